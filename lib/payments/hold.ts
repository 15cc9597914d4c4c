import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { invoices } from "@/db/schema/invoices";
import { payments } from "@/db/schema/payments";
import type { Document } from "@/lib/documents/trunk";

export type Payment = typeof payments.$inferSelect;

/** An invoice that nobody else can act on until this transaction is over. */
export type Held = { document: Document; invoice: typeof invoices.$inferSelect };
export type HeldPayment = Held & { payment: Payment };

/** Which invoice something was done to, and whose it is. */
export type OfInvoice = { documentId: string; clientId: string };

export const ofInvoice = ({ document }: Held): OfInvoice => ({
  documentId: document.id,
  clientId: document.contactId,
});

/** Locks an invoice, the document first, as whoever acts on it does. Undefined where it is not there. */
export async function holdInvoice(tx: Tx, documentId: string): Promise<Held | undefined> {
  const [document] = await tx
    .select()
    .from(documents)
    .where(eq(documents.id, documentId))
    .for("no key update");
  return document && holdRow(tx, document);
}

/** The same for a document that is locked already. */
export async function holdRow(tx: Tx, document: Document): Promise<Held | undefined> {
  const [invoice] = await tx
    .select()
    .from(invoices)
    .where(eq(invoices.documentId, document.id))
    .for("no key update");
  return invoice && { document, invoice };
}

/** Locks a payment after its invoice. Undefined where it is not there. */
export async function holdPayment(tx: Tx, paymentId: string): Promise<HeldPayment | undefined> {
  const one = eq(payments.id, paymentId);
  const [found] = await tx.select({ documentId: payments.documentId }).from(payments).where(one);
  const held = found && (await holdInvoice(tx, found.documentId));
  const [payment] = held ? await tx.select().from(payments).where(one).for("no key update") : [];
  return held && payment && { ...held, payment };
}
