/** Where an invoice stands: pure, so that a page, a reminder and the till all say the same. Money is integer cents. */

/** What its standing is made of; amounts that are paid are the sum of its ledger. */
export type InvoiceFacts = {
  sentAt: Date | null;
  closedAs: string | null;
  totalCents: number;
  paidCents: number;
  pendingCents: number;
  waivedCents: number;
  depositCents: number | null;
  disputedAt: Date | null;
};

export type InvoiceStatus = "draft" | "open" | "part-paid" | "paid" | "void" | "disputed";

/** A disagreement is told before a part payment: it is what somebody has to settle. */
export function statusOf(invoice: InvoiceFacts): InvoiceStatus {
  if (invoice.closedAs === "void") return "void";
  if (invoice.closedAs === "paid") return "paid";
  if (!invoice.sentAt) return "draft";
  if (invoice.disputedAt) return "disputed";
  return invoice.paidCents > 0 ? "part-paid" : "open";
}

type Settled = Pick<InvoiceFacts, "paidCents" | "pendingCents" | "waivedCents">;

/**
 * What is not asked for any more: what is paid, what is on its way from a bank, which counts until it fails, and what was given
 * back while the invoice was paid.
 */
export const settledCents = ({ paidCents, pendingCents, waivedCents }: Settled): number =>
  paidCents + pendingCents + waivedCents;

/** What is left to be paid of the total. Never below nothing. */
export const leftCents = (invoice: Settled & Pick<InvoiceFacts, "totalCents">): number =>
  Math.max(0, invoice.totalCents - settledCents(invoice));

/** What is asked for now: the deposit until it is there, then the rest. */
export type Asked = { amountCents: number; what: "all" | "deposit" | "rest" };

/** What a client is asked to pay now; null where there is nothing to pay. */
export function askedNow(invoice: InvoiceFacts): Asked | null {
  if (!invoice.sentAt || invoice.closedAs) return null;
  const left = leftCents(invoice);
  if (left === 0) return null;
  const settled = settledCents(invoice);
  const depositLeft = (invoice.depositCents ?? 0) - settled;
  if (depositLeft > 0 && depositLeft < left) return { amountCents: depositLeft, what: "deposit" };
  return { amountCents: left, what: settled > 0 ? "rest" : "all" };
}

/** The least that anybody may pay at once: no processor takes less. */
export const leastCents = 50;

/** The most: Stripe takes no more than eight digits. */
export const mostOnlineCents = 99_999_999;

/**
 * Whether somebody may pay that much online now: what is asked, all that is left, or any other part where the invoice takes
 * parts. No part leaves less than can be paid so.
 */
export function mayPay(invoice: InvoiceFacts & { takesParts: boolean }, amountCents: number): boolean {
  const asked = askedNow(invoice);
  if (!asked || amountCents < leastCents || amountCents > mostOnlineCents) return false;
  const left = leftCents(invoice);
  if (amountCents === asked.amountCents || amountCents === left) return true;
  return invoice.takesParts && amountCents <= left - leastCents;
}
