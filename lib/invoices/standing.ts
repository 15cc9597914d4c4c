/** Where an invoice stands: pure, so that a page, a reminder and the till all say the same. Money is integer cents. */

/** What its standing is made of; amounts that are paid are the sum of its ledger. */
export type InvoiceFacts = {
  sentAt: Date | null;
  closedAs: string | null;
  totalCents: number;
  paidCents: number;
  pendingCents: number;
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

/** What is left to be paid of the total: what is on its way from a bank counts as paid until it fails. Never below nothing. */
export const leftCents = (invoice: Pick<InvoiceFacts, "totalCents" | "paidCents" | "pendingCents">): number =>
  Math.max(0, invoice.totalCents - invoice.paidCents - invoice.pendingCents);

/** What is asked for now: the deposit until it is there, then the rest. */
export type Asked = { amountCents: number; what: "all" | "deposit" | "rest" };

/** What a client is asked to pay now; null where there is nothing to pay. */
export function askedNow(invoice: InvoiceFacts): Asked | null {
  if (!invoice.sentAt || invoice.closedAs) return null;
  const left = leftCents(invoice);
  if (left === 0) return null;
  const came = invoice.paidCents + invoice.pendingCents;
  const depositLeft = (invoice.depositCents ?? 0) - came;
  if (depositLeft > 0 && depositLeft < left) return { amountCents: depositLeft, what: "deposit" };
  return { amountCents: left, what: came > 0 ? "rest" : "all" };
}

/** The least that anybody may pay at once: no processor takes less. */
export const leastCents = 50;

/** Whether somebody may pay that much now: what is asked, or any other part where the invoice takes parts. */
export function mayPay(invoice: InvoiceFacts & { takesParts: boolean }, amountCents: number): boolean {
  const asked = askedNow(invoice);
  if (!asked) return false;
  if (amountCents === asked.amountCents || amountCents === leftCents(invoice)) return true;
  return invoice.takesParts && amountCents >= leastCents && amountCents < leftCents(invoice);
}
