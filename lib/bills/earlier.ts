import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * The cost ceiling of an order is one for all that a contractor sends for it: an invoice is held against it together with
 * those that they sent for the order before, so that nobody gets past it in parts.
 */

/** Those before an invoice, as the rest of a select from them as `e`; `of` is what the invoice’s own row is called there. */
export const earlierThan = (of: SQL): SQL => sql`from contractor_invoices e
  where e.work_order_id = ${of}.work_order_id and e.contractor_id = ${of}.contractor_id
    and e.currency = ${of}.currency and e.created_at < ${of}.created_at`;

/** What an invoice and those before it come to. */
export const withEarlierCents = (of: SQL): SQL =>
  sql`(${of}.amount_cents + coalesce((select sum(e.amount_cents) ${earlierThan(of)}), 0))`;

/** What an invoice is told to stand there with: “, with HP-0931”, “, with the 3 before it”; nothing where it is the first. */
export function earlierWords(count: number, number: string | null): string {
  if (count === 0) return "";
  return `, with ${count === 1 ? (number ?? "the one before it") : `the ${count} before it`}`;
}

/** By how much an invoice is over a ceiling, with those before it; by nothing where there is none. */
export async function overCentsOf(tx: Tx, invoiceId: string, ceilingCents: number | null): Promise<number> {
  if (ceilingCents === null) return 0;
  const [invoice] = await tx.execute<{ counted: string }>(sql`
    select ${withEarlierCents(sql`i`)} as counted from contractor_invoices i where i.id = ${invoiceId}`);
  return Math.max(0, Number(invoice?.counted ?? 0) - ceilingCents);
}
