import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoiceFiles, invoices } from "@/db/schema/invoices";
import { tenants } from "@/db/schema/tenants";
import type { Kind } from "@/lib/documents/trunk";
import { done } from "@/lib/outcome";
import { issue } from "./issue";
import { blankLine, isBlank, writeLines } from "./lines";
import { type Invoice, type Line, readInvoice } from "./read";
import { invoiceSays } from "./says";
import { settledCents } from "./standing";

/** An invoice beyond its trunk: its lines, and from its first sending on its number. What is sent again is the same. */
export const invoiceKind: Kind = {
  async begin(tx, { id: documentId }) {
    const [tenant] = await tx.select({ currency: tenants.currency }).from(tenants);
    if (!tenant) throw new Error("A business that writes an invoice is gone.");
    await tx.insert(invoices).values({ documentId, currency: tenant.currency });
    await writeLines(tx, documentId, [await blankLine(tx)]);
  },

  async ready(tx, scope, document) {
    const invoice = await lockInvoice(tx, document.id);
    const issued = invoice.number ? done(invoice) : await issue(tx, scope, document, invoice);
    if (!issued.ok) return issued;
    return done({ occasion: "sent", says: await invoiceSays(tx, document.id, new Date()) });
  },

  async notDueOn(tx, { id }, dueOn) {
    const invoice = await lockInvoice(tx, id);
    const { depositDueOn } = invoice;
    const isDepositAsked = (invoice.depositCents ?? 0) > settledCents(invoice);
    return isDepositAsked && depositDueOn && dueOn && dueOn < depositDueOn ? restFirst : null;
  },

  async copy(tx, from, to) {
    const read = await readInvoice(tx, from.id);
    if (!read) throw new Error(noRow);
    const lines = read.lines.filter((line) => !isBlank(line));
    if (lines.length > 0) await writeLines(tx, to.id, lines.map(anew));
    if (from.contactId === to.contactId) await carry(tx, read, to.id);
  },
};

const noRow = "An invoice has no row of its own.";

const restFirst =
  "The deposit is asked for first, and this is before its day. Choose the deposit’s day, or one after it.";

/** The row of an invoice whose document is locked already. */
async function lockInvoice(tx: Tx, documentId: string): Promise<typeof invoices.$inferSelect> {
  const [invoice] = await tx
    .select()
    .from(invoices)
    .where(eq(invoices.documentId, documentId))
    .for("no key update");
  if (!invoice) throw new Error(noRow);
  return invoice;
}

/**
 * For the same client: how it may be paid, and where the one before is void also what that was made of, with the bills that are
 * attached to it, since the new one stands in its place.
 */
async function carry(tx: Tx, { document, invoice, files }: Invoice, documentId: string): Promise<void> {
  const { depositCents, takesParts, scopeId, workOrderId, madeOf } = invoice;
  const isInstead = document.closedAs === "void";
  await tx
    .update(invoices)
    .set({ depositCents, takesParts, ...(isInstead && { scopeId, workOrderId, madeOf }) })
    .where(eq(invoices.documentId, documentId));
  if (isInstead && files.length > 0)
    await tx.insert(invoiceFiles).values(files.map((file) => ({ ...file, documentId })));
}

const anew = ({ words, note, quantityMilli, unit, unitCents, taxName, taxMilliPercent }: Line) => ({
  ...{ words, note, quantityMilli, unit, unitCents, taxName, taxMilliPercent },
});
