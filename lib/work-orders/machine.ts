import type { workOrderStatuses } from "@/db/schema/work-orders";

export type Status = (typeof workOrderStatuses)[number];
export type ContractorAction = "ACCEPT" | "DECLINE" | "SCHEDULE" | "ON_SITE" | "COMPLETE" | "QUESTION";
export type OfficeAction = "DISPATCH" | "CANCEL";
export type Action = ContractorAction | OfficeAction;

/** The table of moves: from each state, what may be done and where it leads. The page's buttons and the server's check both read it. */
export const machine = {
  DRAFT: { DISPATCH: "ASSIGNED", CANCEL: "CANCELLED" },
  ASSIGNED: {
    ACCEPT: "ACCEPTED",
    DECLINE: "DECLINED",
    SCHEDULE: "SCHEDULED",
    QUESTION: "ASSIGNED",
    DISPATCH: "ASSIGNED",
    CANCEL: "CANCELLED",
  },
  ACCEPTED: {
    DECLINE: "DECLINED",
    SCHEDULE: "SCHEDULED",
    ON_SITE: "ON_SITE",
    QUESTION: "ACCEPTED",
    DISPATCH: "ASSIGNED",
    CANCEL: "CANCELLED",
  },
  SCHEDULED: {
    DECLINE: "DECLINED",
    SCHEDULE: "SCHEDULED",
    ON_SITE: "ON_SITE",
    QUESTION: "SCHEDULED",
    DISPATCH: "ASSIGNED",
    CANCEL: "CANCELLED",
  },
  ON_SITE: { COMPLETE: "COMPLETED", QUESTION: "ON_SITE", CANCEL: "CANCELLED" },
  COMPLETED: { QUESTION: "COMPLETED", DISPATCH: "ASSIGNED" },
  DECLINED: { DISPATCH: "ASSIGNED" },
  CANCELLED: { DISPATCH: "ASSIGNED" },
} as const satisfies Record<Status, Partial<Record<Action, Status>>>;

export const contractorActions = [
  "ACCEPT",
  "DECLINE",
  "SCHEDULE",
  "ON_SITE",
  "COMPLETE",
  "QUESTION",
] as const satisfies readonly ContractorAction[];

/** The state that an action leads to; undefined where it is not allowed. */
export function next(from: Status, action: Action): Status | undefined {
  return (machine[from] as Partial<Record<Action, Status>>)[action];
}

/** What a contractor may do now, in the order of the machine. */
export function allowedActions(from: Status): ContractorAction[] {
  return contractorActions.filter((action) => next(from, action) !== undefined);
}

/** The state that an action is meant to bring about: in it, the same move again is a repeat and not an error. */
const reached = {
  ACCEPT: "ACCEPTED",
  DECLINE: "DECLINED",
  SCHEDULE: "SCHEDULED",
  ON_SITE: "ON_SITE",
  COMPLETE: "COMPLETED",
  QUESTION: undefined,
  DISPATCH: undefined,
  CANCEL: "CANCELLED",
} as const satisfies Record<Action, Status | undefined>;

/** Whether the order already is where this action leads, so that a second tap gets the first one's answer. */
export function isRepeat(from: Status, action: Action): boolean {
  return reached[action] === from;
}

/** Whether a contractor has the job, and with it a way to ask; to anybody else nothing is sent. */
export function isWithContractor(status: Status): boolean {
  return next(status, "QUESTION") !== undefined;
}

/** What a contractor sends along, an invoice or photos, is taken from ON_SITE on, and still when COMPLETED. */
export function takesFiles(status: Status): boolean {
  return status === "ON_SITE" || status === "COMPLETED";
}
