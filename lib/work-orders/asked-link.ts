import { sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import type { ContractorScope, StaffScope } from "@/lib/auth/scope";
import { done, type Outcome } from "@/lib/outcome";
import { isWithContractor } from "./machine";
import { tellOffice } from "./thread";
import { companyOf, lock, lockFresh, tell, type WorkOrder, write } from "./work-order";

/**
 * The holder of a dead job link asks for a new one: it reaches the inbox and the manager's e-mail, in their own name.
 * Asking twice is asking once. Nothing is sent to whoever asks, and nothing tells them whose job it is now.
 */
export async function askForNewLink(scope: ContractorScope): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const { contactId, linkId, workOrderId } = scope.actor;
    const locked = await lock(tx, workOrderId);
    if (!locked.ok || isAskedFor(locked.value, contactId)) return done(null);
    const asked = await write(tx, locked.value, { linkAskedAt: sql`now()`, linkAskedBy: contactId }, true);
    await tell(tx, scope, asked, { kind: "link.asked-for", linkId });
    const { contractorId } = asked;
    const isAnothers = contractorId && contractorId !== contactId && isWithContractor(asked.status);
    await tellOffice(tx, asked, "link-asked", {
      company: await companyOf(tx, contactId),
      nowWith: isAnothers ? await companyOf(tx, contractorId) : "",
    });
    return done(null);
  });
}

/** Whether they wait already, or whoever has the job does: that goes before what a former contractor asks. */
function isAskedFor({ linkAskedAt, linkAskedBy, contractorId }: WorkOrder, contactId: string): boolean {
  return linkAskedAt !== null && (linkAskedBy === contactId || linkAskedBy === contractorId);
}

/** The office sends no link to whoever asked, and the order waits for it no longer. Refuses a stale form. */
export async function dismissAskedLink(
  scope: StaffScope,
  which: { orderId: string; version: number },
): Promise<Outcome<WorkOrder>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockFresh(tx, which);
    if (!locked.ok || !locked.value.linkAskedAt) return locked;
    const settled = await write(tx, locked.value, { linkAskedAt: null }, true);
    await tell(tx, scope, settled, { kind: "link.ask-dismissed" });
    return done(settled);
  });
}
