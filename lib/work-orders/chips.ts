import { clock, weekday } from "@/lib/dates";
import type { Status } from "./machine";

export type ChipTone =
  | "assigned"
  | "accepted"
  | "scheduled"
  | "on-site"
  | "completed"
  | "question"
  | "closed";
export type Chip = { tone: ChipTone; text: string };

/** When the order came to where it is; what the chip's words are made of. */
export type Milestones = {
  status: Status;
  acceptedAt: Date | null;
  scheduledFor: Date | null;
  onSiteAt: Date | null;
  completedAt: Date | null;
};

/** The chip of a dispatch, whose link lives for so many days. */
export const linkSentChip = (days: number): Chip => ({
  tone: "assigned",
  text: `Magic link sent (${days}d valid)`,
});

/** The chip of a state, in the words that the glossary fixes; times in the property's zone. */
export function statusChip(order: Milestones, zone: string): Chip {
  switch (order.status) {
    case "DRAFT":
      return { tone: "closed", text: "Draft" };
    case "ASSIGNED":
      return { tone: "assigned", text: "Assigned" };
    case "ACCEPTED":
      return { tone: "accepted", text: timed("Accepted", order.acceptedAt, zone) };
    case "SCHEDULED":
      return {
        tone: "scheduled",
        text: order.scheduledFor
          ? `Scheduled ${weekday(order.scheduledFor, zone)} ${clock(order.scheduledFor, zone)}`
          : "Scheduled",
      };
    case "ON_SITE":
      return { tone: "on-site", text: timed("On site since", order.onSiteAt, zone) };
    case "COMPLETED":
      return { tone: "completed", text: timed("Completed", order.completedAt, zone) };
    case "DECLINED":
      return { tone: "closed", text: "Declined" };
    case "CANCELLED":
      return { tone: "closed", text: "Cancelled" };
  }
}

const timed = (word: string, at: Date | null, zone: string) => (at ? `${word} ${clock(at, zone)}` : word);
