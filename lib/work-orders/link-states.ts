import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { links } from "@/db/schema/links";
import { clock, shortDay } from "@/lib/dates";
import type { LinkState } from "./views";

type Link = typeof links.$inferSelect;

/** The life of every link to an order, by the link's id. */
export async function readLinkStates(tx: Tx, orderId: string, zone: string): Promise<Map<string, LinkState>> {
  const rows = await tx
    .select()
    .from(links)
    .where(and(eq(links.workOrderId, orderId), eq(links.purpose, "dispatch")))
    .orderBy(asc(links.issuedAt));
  return new Map(rows.map((link) => [link.id, linkState(link, zone, new Date())]));
}

const day = 24 * 3_600_000;

function linkState(link: Link, zone: string, now: Date): LinkState {
  const step = (label: LinkState["steps"][number]["label"], at: Date | null) => ({
    label,
    clock: at && clock(at, zone),
  });
  const steps =
    link.channel === "copy"
      ? [step("Issued", link.issuedAt), step("Opened", link.openedAt)]
      : [step("Sent", link.sentAt), step("Delivered", link.deliveredAt), step("Opened", link.openedAt)];
  return {
    id: link.id,
    channel: link.channel,
    address: link.address,
    steps,
    failed: link.bouncedAt ? (link.bounceReason ?? "It did not arrive.") : null,
    machineLooks: link.machineLooks,
    ended: endOf(link, zone, now),
    days: Math.round((link.expiresAt.getTime() - link.issuedAt.getTime()) / day),
  };
}

function endOf(link: Link, zone: string, now: Date): string | null {
  if (link.retiredAt)
    return link.retiredReason === "cancelled" ? "Stopped: job cancelled" : "Stopped: dispatched again";
  return link.expiresAt <= now ? `Expired ${shortDay(link.expiresAt, zone)}` : null;
}
