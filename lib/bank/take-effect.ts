import { and, eq, lte, sql } from "drizzle-orm";
import { gate, inTenant } from "@/db/client";
import { bankDetails } from "@/db/schema/bank";
import { type Scope, systemScope } from "@/lib/auth/scope";
import { log } from "@/lib/log";
import { tell } from "./change";
import { tellClients } from "./tell";

/**
 * The job that puts confirmed bank details in force once their day is over, in place of those before them, and tells the
 * clients that were told of it. Run twice, or by two workers at once, it does so once.
 */
export async function bankDetailsTakeEffect(): Promise<void> {
  const due = await gate().execute<{ tenantId: string }>(sql`
    select tenant_id as "tenantId" from bank_details where state = 'confirmed' and takes_effect_at <= now()`);
  for (const { tenantId } of due) {
    try {
      await takeEffect(systemScope(tenantId));
    } catch (error) {
      // One business's trouble must not keep the others' details back.
      log.error({ err: error, tenantId }, "the bank details of a business could not take effect");
    }
  }
}

/** What looks due is locked first and looked at again then: it may have been taken back at that very moment. */
async function takeEffect(scope: Scope): Promise<void> {
  await inTenant(scope, async (tx) => {
    const isDue = and(eq(bankDetails.state, "confirmed"), lte(bankDetails.takesEffectAt, sql`now()`));
    const [due] = await tx.select().from(bankDetails).where(isDue).for("no key update");
    if (!due) return;
    await tx
      .update(bankDetails)
      .set({ state: "replaced", endedAt: sql`now()` })
      .where(eq(bankDetails.state, "in-force"));
    await tx
      .update(bankDetails)
      .set({ state: "in-force", inForceSince: sql`now()` })
      .where(eq(bankDetails.id, due.id));
    await tell(tx, scope, "bank-details.in-force", due);
    await tellClients(tx, due, "in-force");
  });
}
