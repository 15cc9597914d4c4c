import type { OrderView } from "@/lib/work-orders/views";

type Channel = "email" | "sms";
type Reachable = Pick<OrderView, "contractor" | "timeline">;

export const sentBy: Record<Channel, string> = { sms: "SMS", email: "email" };

/** The channel of the newest message that carried a link, else the one that the contractor prefers. */
export function channelOf({ contractor, timeline }: Reachable): Channel {
  const last = timeline.findLast(({ link }) => link !== null && link.channel !== "copy")?.link?.channel;
  return last && last !== "copy" ? last : (contractor?.prefers ?? "sms");
}

/** The other way to reach the contractor; null when they have no address for it. */
export function otherChannel(order: Reachable): Channel | null {
  const other = channelOf(order) === "sms" ? "email" : "sms";
  return addressFor(order.contractor, other) ? other : null;
}

/** Where a channel reaches the contractor, as people write it. */
export function addressFor(contractor: OrderView["contractor"], channel: Channel): string | null {
  return (channel === "sms" ? contractor?.phoneWords : contractor?.email) ?? null;
}

/** Whether somebody has the job, so that a link to it can go out without a dispatch. */
export const canBeSent = ({ contractor, status }: Pick<OrderView, "contractor" | "status">): boolean =>
  Boolean(contractor?.active) && status !== "DRAFT" && status !== "DECLINED" && status !== "CANCELLED";
