import { and, eq, lte, sql } from "drizzle-orm";
import { gate, inTenant, type Tx } from "@/db/client";
import { bankDetails } from "@/db/schema/bank";
import { type Scope, systemScope } from "@/lib/auth/scope";
import { log } from "@/lib/log";
import { type BankDetails, tell } from "./change";
import { tellClients, tellOfficeOfLapse } from "./tell";
import { type Gone, goneOf } from "./who-may";

/**
 * The job that puts confirmed bank details in force once their day is over, in place of those before them, and tells the
 * clients that were told of it. Where one of the two who set them may do so no more, it takes them back instead. Run twice,
 * or by two workers at once, it does so once.
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
    const gone = await goneOf(tx, due);
    if (gone) return lapse(tx, scope, { due, gone });
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

/** Details that two members set, of whom one may do so no more, end without ever being in force. */
async function lapse(tx: Tx, scope: Scope, { due, gone }: { due: BankDetails; gone: Gone }): Promise<void> {
  await tx
    .update(bankDetails)
    .set({ state: "withdrawn", endedAt: sql`now()` })
    .where(eq(bankDetails.id, due.id));
  await tell(tx, scope, "bank-details.lapsed", due);
  await tellOfficeOfLapse(tx, gone);
  await tellClients(tx, due, "withdrawn");
}
