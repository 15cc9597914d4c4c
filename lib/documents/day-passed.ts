import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { done, type Outcome, refuse } from "@/lib/outcome";

/**
 * Refuses, in the words of the field where there is one, what would go out to be answered by a day that has passed where
 * the business is: not today, and not none.
 */
export async function notPassed(tx: Tx, day: string | null, field?: string): Promise<Outcome<null>> {
  if (day === null || day >= (await readToday(tx))) return done(null);
  return refuse("date-in-the-past", {
    ...(field && { fields: { [field]: hasPassed } }),
    sentence: hasPassed,
  });
}

const hasPassed = "That day has passed, so nothing was sent. Choose one that lies ahead, or none.";

/** Which day it is where the business is. */
async function readToday(tx: Tx): Promise<string> {
  const day = sql<string>`(now() at time zone ${tenants.timeZone})::date::text`;
  const [tenant] = await tx.select({ day }).from(tenants);
  if (!tenant) throw new Error("A member’s business is gone.");
  return tenant.day;
}
