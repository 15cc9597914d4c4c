import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoices } from "@/db/schema/invoices";

/** How invoices are numbered: what a number begins with, and the figure after it. No two of a business read the same. */

/** The largest figure that a number may have. */
export const mostNumber = 999_999_999;

/** Whether an invoice of the business has a number that reads like that. */
export async function isTaken(tx: Tx, number: string): Promise<boolean> {
  const which = eq(invoices.number, number);
  return (await tx.select({ id: invoices.documentId }).from(invoices).where(which)).length > 0;
}

/**
 * The last figure, from `next` on, with which a number that begins with `prefix` would read as one that an invoice has: “A”
 * and 11 as “A1” and 1. Null where every number from there on is a new one. The caller has locked the business.
 */
export async function lastTaken(
  tx: Tx,
  { prefix, next }: { prefix: string; next: number },
): Promise<{ figure: number; number: string } | null> {
  const [last] = await tx.execute<{ figure: number; number: string }>(sql`
    select i.number, i.figure::int as figure from (
      select number, substr(number, length(${prefix}::text) + 1) as figure from invoices where starts_with(number, ${prefix})
    ) i
    where case when i.figure ~ '^[1-9][0-9]{0,8}$' then i.figure::int >= ${next}::int else false end
    order by i.figure::int desc limit 1`);
  return last ?? null;
}
