import { ShieldCheck } from "lucide-react";
import { Notice } from "@/components/ui/notice";
import type { BankView } from "@/lib/bank/views";
import { CopyText } from "./copy-text";

type Props = {
  bank: BankView;
  shop: string;
  /** What the payer writes beside the amount: the number of the invoice. */
  reference: string;
};

/** Where to pay by transfer, since when it is the same, and how to be sure of it. */
export function BankDetails({ bank, shop, reference }: Props) {
  return (
    <section aria-labelledby="bank-details">
      <h2 id="bank-details" className="text-20 font-600">
        Pay by bank transfer
      </h2>
      {bank.changes && (
        <div className="mt-3">
          <Notice phone>{changeWords(bank.changes)}</Notice>
        </div>
      )}
      <dl className="mt-3 divide-y divide-line border-y border-line">
        {rowsOf(bank, reference).map(({ label, value, copies }) => (
          <div key={label} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-2">
            <dt className="text-15 text-ink-2">{label}</dt>
            <dd className="col-start-1 text-17 font-500 tabular-nums wrap-anywhere">{value}</dd>
            {copies && (
              <dd className="col-start-2 row-span-2 row-start-1 empty:hidden">
                <CopyText text={copies} what={label} />
              </dd>
            )}
          </div>
        ))}
      </dl>
      <p className="mt-4 flex items-start gap-2.5 text-16 font-550">
        <ShieldCheck aria-hidden size={20} strokeWidth={1.75} className="mt-0.5 shrink-0 text-completed" />
        Unchanged since {bank.unchangedSince}
      </p>
      <p className="mt-2 text-15 text-ink-2">
        Check words: <strong className="font-600 text-ink">{bank.checkWords}</strong>. To be sure, call and
        have {shop} read theirs to you, before you say yours. The same three words mean the same account.
      </p>
      <p className="mt-2 text-15 text-ink-2">{warning(bank, shop)}</p>
    </section>
  );
}

const changeWords = (changes: NonNullable<BankView["changes"]>) =>
  changes === "now"
    ? "These details are being changed just now. Look here again in ten minutes, before you pay."
    : `These details change on ${changes.on}. Until then, pay into the account below. If you pay later, look here again first.`;

type Row = { label: string; value: string; copies?: string };

/** Only what goes into a bank’s form can be copied, as that form wants it. */
function rowsOf(bank: BankView, reference: string): Row[] {
  const { routingName, routing, plain } = bank;
  return [
    { label: "Account name", value: bank.accountName, copies: bank.accountName },
    { label: "Bank", value: bank.bankName },
    { label: routingName ?? "", value: routing, copies: plain.routing },
    { label: bank.numberName, value: bank.accountNumber, copies: plain.accountNumber },
    { label: "Reference", value: reference, copies: reference },
  ].filter(({ label, value }) => label && value);
}

const warning = ({ phone }: BankView, shop: string) =>
  `We never send bank details by email or text. If a message gives you an account to pay into, don’t pay: ${phone ? `call ${phone}` : `ask ${shop}`}.`;
