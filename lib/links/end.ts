import { and, eq, gt, inArray, isNull, lt, sql } from "drizzle-orm";
import { gate, type Tx } from "@/db/client";
import { linkRequests, links } from "@/db/schema/links";
import { record, theSystem } from "@/lib/events/record";
import { ofOneMessage } from "./link";
import type { Purpose } from "./policy";

/** Retires every live link of one purpose to a work order; what they opened stays shut from the next request on. */
export async function retireLinks(
  tx: Tx,
  which: { tenantId: string; purpose: Purpose; workOrderId: string },
  reason: "re-dispatched" | "cancelled",
): Promise<number> {
  const retired = await tx
    .update(links)
    .set({ retiredAt: sql`now()`, retiredReason: reason })
    .where(
      and(
        eq(links.purpose, which.purpose),
        eq(links.workOrderId, which.workOrderId),
        isNull(links.retiredAt),
      ),
    )
    .returning({ id: links.id });
  for (const { id } of retired) {
    await record(tx, {
      ...theSystem,
      tenantId: which.tenantId,
      kind: "link.retired",
      linkId: id,
      workOrderId: which.workOrderId,
      detail: { reason },
    });
  }
  return retired.length;
}

/** Retires a link and those that share its message, which is locked: what is spent already stays so. */
export async function retireMessage(tx: Tx, linkId: string, reason: "code-tries"): Promise<void> {
  const retired = await tx
    .update(links)
    .set({ retiredAt: sql`now()`, retiredReason: reason })
    .where(
      and(ofOneMessage(linkId), isNull(links.retiredAt), isNull(links.spentAt), isNull(links.discardedAt)),
    )
    .returning({ id: links.id, tenantId: links.tenantId, contactId: links.contactId });
  for (const { id, tenantId, contactId } of retired) {
    await record(tx, {
      ...theSystem,
      tenantId,
      kind: "link.retired",
      linkId: id,
      contactId,
      detail: { reason },
    });
  }
}

/** Retires what still opens at an address that is no longer this contact's: it may be somebody else's by now. */
export async function retireAddress(tx: Tx, contactId: string, address: string): Promise<void> {
  const retired = await tx
    .update(links)
    .set({ retiredAt: sql`now()`, retiredReason: "address-changed" })
    .where(
      and(
        eq(links.contactId, contactId),
        eq(links.address, address),
        isNull(links.retiredAt),
        isNull(links.spentAt),
        gt(links.expiresAt, sql`now()`),
      ),
    )
    .returning({ id: links.id, tenantId: links.tenantId });
  for (const { id, tenantId } of retired) {
    await record(tx, {
      ...theSystem,
      tenantId,
      kind: "link.retired",
      linkId: id,
      contactId,
      detail: { reason: "address-changed" },
    });
  }
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
