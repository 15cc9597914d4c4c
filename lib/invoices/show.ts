import { dayAndClock, plainDay, shortDay } from "@/lib/dates";
import { amountWords } from "@/lib/money";
import type { PaymentMethod } from "@/lib/payments/processor";
import { dueWords } from "./due";
import type { Invoice, Line, Payment } from "./read";
import { askedNow, leftCents, statusOf } from "./standing";
import { lineCents, totalOf } from "./total";
import { rateWords, typedMilli } from "./typed";
import type { InvoiceView, LineView, PaymentView } from "./views";

/** How a business writes its days and times, and when it is that somebody reads. */
export type Look = { zone: string; locale: string; now: Date };

/** An invoice in words, as a page, a letter and a paper show it. */
export function invoiceView(read: Invoice, look: Look): InvoiceView {
  const { document, invoice, lines } = read;
  const facts = { ...invoice, sentAt: document.sentAt, closedAs: document.closedAs };
  const money = moneyOf(invoice.currency, look);
  const total = totalOf(lines);
  const asked = askedNow(facts);
  const returned = refundedCents(read.ledger);
  return {
    id: document.id,
    number: invoice.number,
    title: document.title,
    body: document.body,
    status: statusOf(facts),
    lines: lines.map((line) => lineView(line, money)),
    subtotal: money(total.subtotalCents),
    taxes: total.taxes.map((tax) => ({ name: rateWords(tax), amount: money(tax.taxCents) })),
    total: money(total.totalCents),
    deposit:
      asked?.what === "deposit"
        ? { amount: money(asked.amountCents), due: dayOr(invoice.depositDueOn, look) }
        : null,
    paid: invoice.paidCents + returned > 0 ? money(invoice.paidCents + returned) : null,
    pending: invoice.pendingCents > 0 ? money(invoice.pendingCents) : null,
    refunded: returned > 0 ? money(returned) : null,
    waived: waivedOf(read, money),
    left: money(document.closedAt ? 0 : leftCents(invoice)),
    asked: asked && { cents: asked.amountCents, amount: money(asked.amountCents), what: asked.what },
    takesParts: invoice.takesParts,
    due: dueWords(read, look),
    issued: dayOr(invoice.issuedOn, look),
    disputed: disputeOf(read, look),
    voidReason: invoice.voidReason,
    payments: read.payments.map((payment) => paymentView(payment, read, look)),
    files: read.files.map(({ fileId, title }) => ({ id: fileId, title })),
  };
}

type Wording = (cents: number) => string;

const moneyOf =
  (currency: string, { locale }: Look): Wording =>
  (cents) =>
    amountWords(cents, { currency, locale });

const sum = (entries: { amountCents: number }[]) =>
  entries.reduce((total, { amountCents }) => total + amountCents, 0);

/** Of one that is paid all that is missing was given back; of one that is open, what is not asked for again. */
function waivedOf({ document: { closedAs }, invoice }: Invoice, money: Wording): string | null {
  if (closedAs === "void") return null;
  const waived = closedAs ? invoice.totalCents - invoice.paidCents : invoice.waivedCents;
  return waived > 0 ? money(waived) : null;
}

/** What went back to its payers; one that did not arrive did not. */
const refundedCents = (ledger: Invoice["ledger"]) =>
  -sum(ledger.filter(({ kind }) => kind === "refund" || kind === "returned"));

function lineView(line: Line, money: Wording): LineView {
  const { id, words, note } = line;
  return { id, words, note: note || countedWords(line, money), amount: money(lineCents(line)) };
}

/** “4 visits at $55.00”; nothing for one piece. */
function countedWords({ quantityMilli, unit, unitCents }: Line, money: Wording): string {
  if (quantityMilli === 1000 && !unit) return "";
  return `${typedMilli(quantityMilli)}${unit && ` ${unit}`} at ${money(unitCents)}`;
}

const dayOr = (day: string | null, { locale }: Look) => (day ? plainDay(day, locale) : null);

function disputeOf({ invoice, document }: Invoice, { zone, locale }: Look): InvoiceView["disputed"] {
  const { disputedAt, disputedBy, disputeReason } = invoice;
  if (!disputedAt || document.closedAt) return null;
  return { by: disputedBy ?? "", reason: disputeReason ?? "", when: shortDay(disputedAt, zone, locale) };
}

const methodNames: Record<PaymentMethod, string> = {
  card: "Card",
  "bank-debit": "Bank account",
  "bank-transfer": "Bank transfer",
  cash: "Cash",
  cheque: "Cheque",
  other: "Other",
};

/** What was paid with: “Visa ending 4242”, “Bank transfer”. */
export const methodWords = ({ label, method }: Pick<Payment, "label" | "method">): string =>
  label || (method ? methodNames[method] : "");

function paymentView(payment: Payment, { invoice, ledger, refunds }: Invoice, look: Look): PaymentView {
  const { id, state, method, payer, receipt, failure, processor } = payment;
  const money = moneyOf(payment.currency, look);
  const returned = refundedCents(ledger.filter(({ paymentId }) => paymentId === id));
  const given = refunds.filter(({ paymentId }) => paymentId === id);
  const goesBack = sum(given.filter((refund) => refund.state === "asked"));
  return {
    ...{ id, state, method, payer, failure },
    amount: money(payment.amountCents),
    label: methodWords(payment),
    when: whenOf(payment, look),
    receipt: receipt && invoice.number ? receiptNumber(invoice.number, receipt) : null,
    refunded: returned > 0 ? money(returned) : null,
    goesBack: goesBack > 0 ? money(goesBack) : null,
    cameLate: given.some(({ reason }) => reason === "void"),
    isByHand: processor === "by-hand",
  };
}

/** “BW-3071-R1” */
export const receiptNumber = (invoiceNumber: string, receipt: number): string =>
  `${invoiceNumber}-R${receipt}`;

/** What was paid by hand has a day; everything else the moment when it came, or else was begun. */
function whenOf({ paidOn, receivedAt, createdAt }: Payment, { zone, locale }: Look): string {
  return paidOn ? plainDay(paidOn, locale) : dayAndClock(receivedAt ?? createdAt, zone, locale);
}
