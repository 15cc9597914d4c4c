import { and, eq, gt, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import { gate, type Tx } from "@/db/client";
import { linkRequests, links } from "@/db/schema/links";
import { record, theSystem } from "@/lib/events/record";
import { ofOneMessage } from "./link";
import type { Purpose } from "./policy";

type Reason = NonNullable<(typeof links.$inferSelect)["retiredReason"]>;

/** Retires every live link of one purpose to a work order; what they opened stays shut from the next request on. */
export function retireLinks(
  tx: Tx,
  which: { purpose: Purpose; workOrderId: string },
  reason: "re-dispatched" | "cancelled",
): Promise<number> {
  return retire(tx, and(eq(links.purpose, which.purpose), eq(links.workOrderId, which.workOrderId)), reason);
}

/** Retires a link and those that share its message, which is locked: what is spent already stays so. */
export async function retireMessage(tx: Tx, linkId: string, reason: "code-tries"): Promise<void> {
  await retire(tx, and(ofOneMessage(linkId), isNull(links.spentAt), isNull(links.discardedAt)), reason);
}

/** Retires what still opens at an address that is no longer this contact's: it may be somebody else's by now. */
export async function retireAddress(tx: Tx, contactId: string, address: string): Promise<void> {
  const live = and(isNull(links.spentAt), gt(links.expiresAt, sql`now()`));
  await retire(tx, and(eq(links.contactId, contactId), eq(links.address, address), live), "address-changed");
}

async function retire(tx: Tx, which: SQL | undefined, reason: Reason): Promise<number> {
  const { id: linkId, tenantId, contactId, workOrderId, documentId } = links;
  const retired = await tx
    .update(links)
    .set({ retiredAt: sql`now()`, retiredReason: reason })
    .where(and(which, isNull(links.retiredAt)))
    .returning({ linkId, tenantId, contactId, workOrderId, documentId });
  for (const link of retired)
    await record(tx, { ...theSystem, ...link, kind: "link.retired", detail: { reason } });
  return retired.length;
}

/** Sweeps: deletes, in batches, links whose time ran out 90 days ago, however they ended. Says how many; repeat until it is none. */
export async function sweepLinks(batch = 1000): Promise<number> {
  const dead = gate()
    .select({ id: links.id })
    .from(links)
    .where(lt(links.expiresAt, sql`now() - interval '90 days'`))
    .limit(batch)
    .for("update", { skipLocked: true });
  const gone = await gate().delete(links).where(inArray(links.id, dead)).returning({ id: links.id });
  return gone.length;
}

/** Requests matter for an hour; a day is kept. */
export async function sweepLinkRequests(): Promise<void> {
  await gate().delete(linkRequests).where(lt(linkRequests.askedAt, sql`now() - interval '1 day'`));
}
