import type { Statement } from "@/lib/invoices/views";
import { StatementAccount } from "./statement-account";
import { StatementPeriod } from "./statement-period";

type Props = { statement: Statement; here: string; hrefOf: (documentId: string) => string };

/** What a client owed and paid over some days, to be read, printed and saved. */
export function StatementPage({ statement, here, hrefOf }: Props) {
  const { accounts, fromWords, untilWords, client } = statement;
  return (
    <div className="grid gap-8">
      <p className="hidden text-15 print:block">
        {client}, {fromWords} to {untilWords}
      </p>
      <StatementPeriod statement={statement} here={here} />
      {accounts.map((account) => (
        <StatementAccount
          key={account.currency}
          account={account}
          statement={statement}
          hrefOf={hrefOf}
          isOneOfSeveral={accounts.length > 1}
        />
      ))}
    </div>
  );
}
