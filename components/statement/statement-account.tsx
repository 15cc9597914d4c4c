import type { StatementAccount as Account, Statement, StatementRow } from "@/lib/invoices/views";
import { StatementAges } from "./statement-ages";

type Props = {
  account: Account;
  statement: Statement;
  /** Where an invoice is. */
  hrefOf: (documentId: string) => string;
  /** Whether there are other currencies, so that this one is named. */
  isOneOfSeveral: boolean;
};

/** What was owed, everything that moved it, and what is owed, in one currency. */
export function StatementAccount({ account, statement, hrefOf, isOneOfSeveral }: Props) {
  const { currency, closing, pending } = account;
  const heading = closing.isCredit ? "In credit" : "Owed";
  return (
    <section aria-label={isOneOfSeveral ? currency : "Account"} className="grid gap-6">
      <div>
        {isOneOfSeveral && <h2 className="text-18 font-600">{currency}</h2>}
        <p className="text-15 text-ink-2">
          {heading} on {statement.untilWords}
        </p>
        <p className="text-34 font-650 tabular-nums">{closing.amount}</p>
        {pending && (
          <p className="mt-1 text-15 text-ink-2">
            {pending} is on its way from the bank, and is counted as paid.
          </p>
        )}
      </div>
      <Moves account={account} statement={statement} hrefOf={hrefOf} />
      <StatementAges account={account} />
    </section>
  );
}

/** A table; on a phone its days stand within the rows. */
function Moves({ account, statement, hrefOf }: Omit<Props, "isOneOfSeveral">) {
  const { opening, rows, closing } = account;
  const { fromWords, untilWords, client } = statement;
  return (
    <table
      aria-label={`Statement of ${client}, ${fromWords} to ${untilWords}`}
      className="w-full border-collapse text-left text-15"
    >
      <thead>
        <tr className="border-b border-line text-13 text-ink-2">
          <th scope="col" className="py-2 pr-4 font-500 max-sm:hidden">
            Date
          </th>
          <th scope="col" className="py-2 pr-4 font-500">
            What
          </th>
          <th scope="col" className="py-2 pl-3 text-right font-500">
            Amount
          </th>
          <th scope="col" className="py-2 pl-3 text-right font-500">
            Owed
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        <Edge day={fromWords} words="Owed before" amount={opening} />
        {rows.map((row) => (
          <Move key={row.id} row={row} href={hrefOf(row.documentId)} />
        ))}
        <Edge
          day={untilWords}
          words={closing.isCredit ? "In credit" : "Owed"}
          amount={closing.amount}
          strong
        />
      </tbody>
    </table>
  );
}

function Move({ row: { day, words, note, amount, balance }, href }: { row: StatementRow; href: string }) {
  return (
    <tr className="align-top break-inside-avoid">
      <td className="py-3 pr-4 whitespace-nowrap text-ink-2 max-sm:hidden">{day}</td>
      <th scope="row" className="py-3 pr-4 font-400">
        <span className="block text-13 text-ink-2 sm:hidden">{day}</span>
        <a
          href={href}
          className="font-500 wrap-anywhere underline-offset-2 hover:underline pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
        >
          {words}
        </a>
        <span className="block text-13 text-ink-3 wrap-anywhere">{note}</span>
      </th>
      <td className="py-3 pl-3 text-right whitespace-nowrap tabular-nums">{amount}</td>
      <td className="py-3 pl-3 text-right whitespace-nowrap tabular-nums text-ink-2">{balance}</td>
    </tr>
  );
}

type EdgeProps = { day: string; words: string; amount: string; strong?: boolean };

/** Where the period begins and where it ends. */
function Edge({ day, words, amount, strong = false }: EdgeProps) {
  return (
    <tr className={`align-top break-inside-avoid ${strong ? "font-600" : "text-ink-2"}`}>
      <td className="py-3 pr-4 font-400 whitespace-nowrap text-ink-2 max-sm:hidden">{day}</td>
      <th scope="row" className={`py-3 pr-4 ${strong ? "font-600" : "font-400"}`}>
        <span className="block text-13 font-400 text-ink-2 sm:hidden">{day}</span>
        {words}
      </th>
      <td className="py-3 pl-3" />
      <td className="py-3 pl-3 text-right whitespace-nowrap tabular-nums">{amount}</td>
    </tr>
  );
}
