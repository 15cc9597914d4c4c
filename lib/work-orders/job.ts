import { eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { properties } from "@/db/schema/people";
import { workOrders } from "@/db/schema/work-orders";
import type { ContractorScope } from "@/lib/auth/scope";
import type { Outcome } from "@/lib/outcome";
import { readJobSheet } from "./job-sheet";
import { moveWorkOrder } from "./move";
import { asMove, chosenTime, type Tap, type Transition } from "./sent";

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
