import type { Invoice, LedgerEntry, Payment } from "./read";
import { methodWords } from "./show";

/** A line of the ledger in words: “Payment, Visa ending 4242”, “Given back, Visa ending 4242”. */
export function ledgerWords(
  { kind }: Pick<LedgerEntry, "kind">,
  payment: Pick<Payment, "label" | "method" | "processor">,
): string {
  const words = {
    payment: "Payment",
    refund: "Given back",
    reversal: payment.processor === "by-hand" ? "Taken off, recorded by mistake" : "Taken back by the bank",
    returned: "A refund that did not arrive",
    reinstated: "Given up by the bank again",
  }[kind];
  const label = kind === "payment" || kind === "refund" ? methodWords(payment) : "";
  return [words, label].filter(Boolean).join(", ");
}

type DayOf = (at: Date) => string;

/** The day on which a payment came, in the business's own zone: what was recorded by hand has the day that was written down. */
export const paymentDay = (
  { paidOn, receivedAt, createdAt }: Pick<Payment, "paidOn" | "receivedAt" | "createdAt">,
  dayOf: DayOf,
): string => paidOn ?? dayOf(receivedAt ?? createdAt);

/** The day of a line of the ledger: a payment's own, and that of everything else as it happened. */
export const ledgerDay = ({ kind, at }: Pick<LedgerEntry, "kind" | "at">, payment: Payment, dayOf: DayOf) =>
  kind === "payment" ? paymentDay(payment, dayOf) : dayOf(at);

/** The day on which nothing was left to pay of an invoice: that of its last money; null while something is. */
export function settledDay({ invoice, payments, ledger }: Invoice, dayOf: DayOf): string | null {
  const { paidAt } = invoice;
  if (!paidAt) return null;
  const days = payments
    .filter(({ state }) => state === "received")
    .map((payment) => paymentDay(payment, dayOf));
  const again = ledger.filter(({ kind, at }) => kind === "reinstated" && at <= paidAt);
  return [...days, ...again.map(({ at }) => dayOf(at))].sort().at(-1) ?? dayOf(paidAt);
}
