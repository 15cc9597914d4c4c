import type { Chip } from "@/lib/work-orders/chips";
import type { Status } from "@/lib/work-orders/machine";

/** Each state in one word and its colour, where there is no room for its time. */
export const statusWords = {
  DRAFT: { tone: "closed", text: "Draft" },
  ASSIGNED: { tone: "assigned", text: "Assigned" },
  ACCEPTED: { tone: "accepted", text: "Accepted" },
  SCHEDULED: { tone: "scheduled", text: "Scheduled" },
  ON_SITE: { tone: "on-site", text: "On site" },
  COMPLETED: { tone: "completed", text: "Completed" },
  DECLINED: { tone: "closed", text: "Declined" },
  CANCELLED: { tone: "closed", text: "Cancelled" },
} as const satisfies Record<Status, Chip>;
