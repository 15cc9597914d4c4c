import type { LedgerEntry, Payment } from "./read";
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

/** The day of a line of the ledger, in the business's own zone: what was recorded by hand has the day that was written. */
export function ledgerDay(
  { kind, at }: Pick<LedgerEntry, "kind" | "at">,
  { paidOn, receivedAt }: Pick<Payment, "paidOn" | "receivedAt">,
  dayOf: (at: Date) => string,
): string {
  return kind === "payment" ? (paidOn ?? dayOf(receivedAt ?? at)) : dayOf(at);
}
