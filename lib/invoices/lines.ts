import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoiceLines, invoices } from "@/db/schema/invoices";
import { tenants } from "@/db/schema/tenants";
import type { Priced } from "./total";
import { totalOf } from "./total";

/** The lines of an invoice as they are written, and what they come to, kept in step. */

/** The most lines that an invoice has. */
export const mostLines = 200;

/** The most that an invoice may come to, in cents: a hundred million. */
export const mostTotalCents = 10_000_000_000;

/** A line that is to be written; without an id it is a new one. */
export type NewLine = Priced & { id?: string; words: string; note: string; unit: string };

/** A line that waits to be written, with the tax that the business has. */
export async function blankLine(tx: Tx): Promise<NewLine> {
  const { taxName, taxMilliPercent } = tenants;
  const [tenant] = await tx.select({ taxName, taxMilliPercent }).from(tenants);
  if (!tenant) throw new Error("A business that writes an invoice is gone.");
  return { ...tenant, words: "", note: "", quantityMilli: 1000, unit: "", unitCents: 0 };
}

/** A line that nothing was written into. */
export const isBlank = ({ words, note, unitCents }: Pick<NewLine, "words" | "note" | "unitCents">) =>
  words === "" && note === "" && unitCents === 0;

/** Puts these lines in place of what the draft had. The caller has locked the document and knows that it is a draft. */
export async function writeLines(tx: Tx, documentId: string, lines: NewLine[]): Promise<void> {
  await tx.delete(invoiceLines).where(eq(invoiceLines.documentId, documentId));
  if (lines.length > 0)
    await tx.insert(invoiceLines).values(lines.map((line, place) => ({ ...line, documentId, place })));
  const { subtotalCents, taxCents, totalCents } = totalOf(lines);
  await tx
    .update(invoices)
    .set({ subtotalCents, taxCents, totalCents })
    .where(eq(invoices.documentId, documentId));
}
