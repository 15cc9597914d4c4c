import { isWithContractor } from "@/lib/work-orders/machine";
import { type Channel, type OrderView, wayTo } from "@/lib/work-orders/views";

type Reachable = Pick<OrderView, "contractor" | "timeline">;

export const sentBy: Record<Channel, string> = { sms: "SMS", email: "email" };

/** The way of the newest message that carried a link, as the server chooses it for the next one. */
export function channelOf({ contractor, timeline }: Reachable): Channel {
  const last = timeline.findLast(({ link }) => link !== null && link.channel !== "copy")?.link?.channel;
  return contractor ? wayTo(contractor, last === "copy" ? null : last) : "sms";
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
  Boolean(contractor?.active) && isWithContractor(status);

/** What happened last, as the timeline says it. */
export const lastSentence = ({ timeline }: Pick<OrderView, "timeline">): string =>
  timeline.at(-1)?.sentence ?? "";
