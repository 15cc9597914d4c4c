import { and, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { reminders } from "@/db/schema/reminders";
import type { StaffScope } from "@/lib/auth/scope";
import { dayAndClock } from "@/lib/dates";
import { tell } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { keyOf, type Which, whichOf } from "./outcomes";
import { type Planned, readPlanned } from "./planned";

/**
 * Takes one reminder out of the plan, also one that is due and held back by a limit. Skipping it twice is skipping it once.
 * Refuses one that was sent, and one that is not planned any more.
 */
export function skipReminder(scope: StaffScope, which: Which, now = new Date()): Promise<Outcome<null>> {
  return decide(scope, { which, now, mayBeDue: true }, (tx) =>
    tx
      .insert(reminders)
      .values({ ...which, outcome: "skipped", memberId: scope.actor.memberId })
      .onConflictDoUpdate({
        target: [reminders.tenantId, reminders.documentId, reminders.address, reminders.plannedFor],
        set: { outcome: "skipped", memberId: scope.actor.memberId, at: sql`now()` },
        setWhere: eq(reminders.outcome, "restored"),
      })
      .returning({ outcome: reminders.outcome }),
  );
}

/** Puts a skipped reminder back, until its time has come. Refuses one that was sent, or whose time is over. */
export function restoreReminder(scope: StaffScope, which: Which, now = new Date()): Promise<Outcome<null>> {
  return decide(scope, { which, now, mayBeDue: false }, (tx) =>
    tx
      .update(reminders)
      .set({ outcome: "restored", memberId: scope.actor.memberId, at: sql`now()` })
      .where(and(isIt(which), eq(reminders.outcome, "skipped")))
      .returning({ outcome: reminders.outcome }),
  );
}

const isIt = ({ documentId, address, plannedFor }: Which) =>
  and(
    eq(reminders.documentId, documentId),
    eq(reminders.address, address),
    eq(reminders.plannedFor, plannedFor),
  );

type Change = (tx: Tx) => Promise<{ outcome: "sent" | "skipped" | "restored" }[]>;

/** One at a time with whoever sends it: the document is locked. What is so already is told to nobody again. */
async function decide(
  scope: StaffScope,
  { which, now, mayBeDue }: { which: Which; now: Date; mayBeDue: boolean },
  change: Change,
): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const one = eq(documents.id, which.documentId);
    const [document] = await tx.select().from(documents).where(one).for("no key update");
    if (!document) return refuse("not-found");
    const planned = (await readPlanned(tx, now, { which: one })).find(
      (each) => keyOf(whichOf(each)) === keyOf(which),
    );
    const [made] = await tx.select({ outcome: reminders.outcome }).from(reminders).where(isIt(which));
    if (!planned || made?.outcome === "sent" || (planned.at <= now && !mayBeDue))
      return refuse("not-allowed-now", { sentence: tooLate });
    const [changed] = await change(tx);
    if (changed)
      await tell(tx, scope, {
        kind: "reminder.skipped",
        document,
        detail: factsOf(planned, changed.outcome),
      });
    return done(null);
  });
}

const tooLate = "This reminder isn’t planned any more, so nothing was changed. Look at what is planned now.";

const factsOf = ({ tenant, zone, at, address }: Planned, outcome: string) => ({
  to: address,
  when: dayAndClock(at, zone, tenant.locale),
  outcome,
});
