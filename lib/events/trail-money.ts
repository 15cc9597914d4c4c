import type { HappeningKind } from "./record";
import type { Happened } from "./trail";
import { fact, nameOf, quoted, type Reading, withFact } from "./trail-facts";

type MoneyHappening = Extract<
  HappeningKind,
  `${"invoice" | "invoices" | "bill" | "bills" | "payment" | "refund" | "bank-details"}.${string}`
>;

type Sentence = (event: Happened, reading: Reading) => string;

/** “Invoice for $418.00 received”; without the amount, “Invoice received”. */
const ofBill =
  (what: string): Sentence =>
  ({ detail: { amountCents } }, { money }) =>
    typeof amountCents === "number" ? `Invoice for ${money(amountCents)} ${what}` : `Invoice ${what}`;

/** “Payment of $399.44 received, Visa ending 4242”. */
const ofMoney =
  (what: string, happened: string): Sentence =>
  (event, { money }) => {
    const { amountCents } = event.detail;
    const sum = typeof amountCents === "number" ? `${what} of ${money(amountCents)}` : what;
    const told = withFact(`${sum} ${happened}`, fact(event, "label"), ", ");
    return withFact(told, fact(event, "words"), ". ");
  };

/** What a member takes back is a record of their own: no bank did anything. */
const wrongRecord = "taken off, recorded by mistake";

const ofBank =
  (what: string): Sentence =>
  (event) =>
    withFact(`Bank details ${what}`, fact(event, "ending"), ", account ending ");

const countWords = ({ detail: { count } }: Happened): string =>
  typeof count !== "number" ? "" : count === 1 ? "1 invoice" : `${count.toLocaleString("en-AU")} invoices`;

/** What happens to money, in plain sentences. A kind without a row does not compile. */
export const moneySentences: Record<MoneyHappening, Sentence> = {
  "invoice.received": ofBill("received"),
  "invoice.approved": ofBill("approved"),
  "bill.queried": (event) => withFact("Queried the invoice", quoted(fact(event, "words"))),
  "bill.settled": ofBill("settled, no longer queried"),
  "bill.paid": ofBill("paid"),
  "bill.unpaid": ofBill("taken back: not paid after all"),
  "bills.exported": (event) => withFact("Contractors’ invoices exported as CSV", countWords(event), ", "),
  "invoices.exported": (event) => withFact("Invoices exported as CSV", countWords(event), ", "),
  "invoice.issued": (event) => withFact(nameOf(event) || "Invoice", fact(event, "number"), " numbered "),
  "invoice.disputed": (event) => withFact("Disagreed with the invoice", quoted(fact(event, "words"))),
  "invoice.dispute-settled": (event) => withFact("Disagreement settled", quoted(fact(event, "words"))),
  "payment.started": ofMoney("Payment", "begun"),
  "payment.pending": ofMoney("Payment", "on its way from the bank"),
  "payment.received": ofMoney("Payment", "received"),
  "payment.failed": ofMoney("Payment", "did not go through"),
  "payment.reversed": (event, reading) =>
    ofMoney("Payment", event.actor === "member" ? wrongRecord : "taken back by the bank")(event, reading),
  "refund.asked": ofMoney("Refund", "asked for"),
  "refund.sent": ofMoney("Refund", "sent"),
  "refund.failed": ofMoney("Refund", "did not go through"),
  "bank-details.proposed": ofBank("proposed"),
  "bank-details.confirmed": ofBank("confirmed by a second member"),
  "bank-details.in-force": ofBank("in force"),
  "bank-details.withdrawn": ofBank("taken back"),
  "bank-details.lapsed": ofBank("not put in force, since one of their two members had gone"),
};
