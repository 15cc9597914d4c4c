import { asc, desc, eq, getTableColumns } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { invoiceFiles, invoiceLines, invoices } from "@/db/schema/invoices";
import { ledger, payments, refunds } from "@/db/schema/payments";
import type { Document } from "@/lib/documents/trunk";

type Row = typeof invoices.$inferSelect;
export type Line = typeof invoiceLines.$inferSelect;
export type Payment = typeof payments.$inferSelect;
export type LedgerEntry = typeof ledger.$inferSelect;
export type Refund = typeof refunds.$inferSelect;

/** An invoice with its document, its lines in their order, and the money of it, the latest first. */
export type Invoice = {
  document: Document;
  invoice: Row;
  lines: Line[];
  payments: Payment[];
  ledger: LedgerEntry[];
  refunds: Refund[];
  files: { fileId: string; title: string }[];
};

/** The whole of one invoice; undefined where it is not there. The caller has settled who may read it. */
export async function readInvoice(tx: Tx, documentId: string): Promise<Invoice | undefined> {
  const [found] = await tx
    .select({ document: documents, invoice: invoices })
    .from(documents)
    .innerJoin(invoices, eq(invoices.documentId, documents.id))
    .where(eq(documents.id, documentId));
  if (!found) return undefined;
  const [lines, paid, entries, given, files] = await Promise.all([
    readLines(tx, documentId),
    tx
      .select()
      .from(payments)
      .where(eq(payments.documentId, documentId))
      .orderBy(desc(payments.createdAt), desc(payments.id)),
    tx.select().from(ledger).where(eq(ledger.documentId, documentId)).orderBy(desc(ledger.at)),
    readRefunds(tx, documentId),
    tx
      .select({ fileId: invoiceFiles.fileId, title: invoiceFiles.title })
      .from(invoiceFiles)
      .where(eq(invoiceFiles.documentId, documentId))
      .orderBy(invoiceFiles.title, invoiceFiles.fileId),
  ]);
  return { ...found, lines, payments: paid, ledger: entries, refunds: given, files };
}

/** The refunds of an invoice, whatever became of them, the first one first. */
const readRefunds = (tx: Tx, documentId: string): Promise<Refund[]> =>
  tx
    .select(getTableColumns(refunds))
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(payments.documentId, documentId))
    .orderBy(refunds.createdAt, refunds.id);

export function readLines(tx: Tx, documentId: string): Promise<Line[]> {
  return tx
    .select()
    .from(invoiceLines)
    .where(eq(invoiceLines.documentId, documentId))
    .orderBy(asc(invoiceLines.place), asc(invoiceLines.id));
}
