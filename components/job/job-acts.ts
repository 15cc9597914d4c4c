import {
  Calendar,
  CircleCheck,
  type LucideIcon,
  MapPin,
  MessageCircleQuestionMark,
  ThumbsUp,
  X,
} from "lucide-react";
import type { ContractorAction } from "@/lib/work-orders/machine";
import type { JobView } from "@/lib/work-orders/views";

/** An act that `opens` something asks more first: in a sheet of this page, or on a page of its own. */
export type Act = { words: string; icon: LucideIcon; action: ContractorAction; opens?: string };

const accept: Act = { words: "Accept job", icon: ThumbsUp, action: "ACCEPT" };
const decline: Act = { words: "Decline", icon: X, action: "DECLINE", opens: "decline" };
const schedule: Act = { words: "Schedule", icon: Calendar, action: "SCHEDULE", opens: "schedule" };
const changeTime: Act = { ...schedule, words: "Change time" };
const onSite: Act = { words: "On site now", icon: MapPin, action: "ON_SITE" };
const finish: Act = { words: "Mark job done", icon: CircleCheck, action: "COMPLETE", opens: "done" };
const complete: Act = { words: "Complete", icon: CircleCheck, action: "COMPLETE" };
const question: Act = {
  words: "Raise a question",
  icon: MessageCircleQuestionMark,
  action: "QUESTION",
  opens: "question",
};

/** Without signal no invoice can be sent, so `offline` stands in for the main act; the invoice can follow. */
export type Bar = { main: Act; offline?: Act; beside: readonly (Act | "call")[] };

export const bars = {
  ASSIGNED: { main: accept, beside: [decline, question] },
  ACCEPTED: { main: schedule, beside: [onSite, question] },
  SCHEDULED: { main: onSite, beside: [changeTime, question] },
  ON_SITE: { main: finish, offline: complete, beside: ["call", question] },
} as const satisfies Record<string, Bar>;

export type OpenStatus = keyof typeof bars;
export const openStatuses: readonly OpenStatus[] = ["ASSIGNED", "ACCEPTED", "SCHEDULED", "ON_SITE"];

export type OpenJobView = JobView & { status: OpenStatus };

/** Whether there is still something for the contractor to do. */
export function isOpen(job: JobView): job is OpenJobView {
  return job.status in bars;
}
