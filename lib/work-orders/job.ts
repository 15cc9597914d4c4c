import { eq, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { properties } from "@/db/schema/people";
import { workOrders } from "@/db/schema/work-orders";
import type { ContractorScope } from "@/lib/auth/scope";
import { done, type Outcome } from "@/lib/outcome";
import { readJobSheet } from "./job-sheet";
import { moveWorkOrder } from "./move";
import { asMove, chosenTime, type Tap, type Transition } from "./sent";
import { tellOffice } from "./thread";
import { lock, tell, write } from "./work-order";

/** A tap on the job page, whose day and time are those of the property. */
export async function tapJob(scope: ContractorScope, sent: Tap): Promise<Outcome<unknown>> {
  const zone = sent.action === "SCHEDULE" ? await zoneOf(scope) : "UTC";
  const { action, question, reason } = sent;
  return moveWorkOrder(scope, { action, question, reason, scheduledFor: chosenTime(sent, zone) });
}

/** A move through the API, answered with the job as it then is. */
export async function moveAndRead(scope: ContractorScope, sent: Transition) {
  const moved = await moveWorkOrder(scope, asMove(sent));
  return moved.ok ? readJobSheet(scope) : moved;
}

async function zoneOf(scope: ContractorScope): Promise<string> {
  return inTenant(scope, async (tx) => {
    const [row] = await tx
      .select({ zone: properties.timeZone })
      .from(workOrders)
      .innerJoin(properties, eq(properties.id, workOrders.propertyId))
      .where(eq(workOrders.id, scope.actor.workOrderId));
    return row?.zone ?? "UTC";
  });
}

/**
 * The holder of a dead job link asks for a new one: it reaches the inbox and the manager's e-mail. Asking twice is asking
 * once. Nothing is sent to whoever asks, and nothing tells them whose job it was.
 */
export async function askForNewLink(scope: ContractorScope): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const locked = await lock(tx, scope.actor.workOrderId);
    if (!locked.ok || locked.value.linkAskedAt) return done(null);
    const asked = await write(tx, locked.value, { linkAskedAt: sql`now()` }, true);
    await tell(tx, scope, asked, { kind: "link.asked-for", linkId: scope.actor.linkId });
    await tellOffice(tx, asked, "link-asked", { asker: scope.actor.name });
    return done(null);
  });
}
