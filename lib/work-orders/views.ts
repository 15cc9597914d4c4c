import type { Chip } from "./chips";
import type { ContractorAction, Status } from "./machine";

/** What each reader of a work order sees, ready to be shown: times are already words in the right zone. */

export type Money = { amountCents: number; currency: string; words: string };
export type Person = { name: string; phone: string | null; phoneWords: string | null };

/** A job as the contractor may see it. Owner's details, margins and the office's notes are not in it. */
export type JobView = {
  number: number;
  reference: string;
  status: Status;
  title: string;
  scope: string;
  agency: { name: string; logo: string; brandColour: string };
  address: { street: string; rest: string; mapUrl: string };
  accessNotes: string;
  occupant: Person | null;
  manager: Person & { firstName: string; email: string; jobTitle: string };
  contractor: { company: string; firstName: string };
  ceiling: Money | null;
  taxLabel: string;
  photos: { id: string; caption: string; fromContractor: boolean }[];
  thread: { id: string; from: "contractor" | "office"; author: string; text: string; when: string }[];
  invoices: {
    id: string;
    number: string | null;
    amount: Money;
    fileName: string;
    received: string;
    state: "received" | "needs-approval" | "approved";
    over: Money | null;
  }[];
  actions: ContractorAction[];
  takesInvoice: boolean;
  /** "Today, Fri 24 April, 10:00" and "Starts in 2 minutes", when scheduled. */
  scheduled: { words: string; relative: string } | null;
  /** "09:58", when on site. */
  onSiteSince: string | null;
  /** The receipt's rows: "Wed 22 Apr, 14:31". */
  milestones: { label: string; words: string }[];
  sent: { on: string; until: string };
  timeZone: string;
  version: number;
};

/** A day that the schedule sheet offers: `value` is posted, the rest is shown. */
export type DayOption = { value: string; weekday: string; day: string; month: string; label: string };

export type Lane = "needs-you" | "in-motion" | "done";

/** One row of the inbox; the height follows the lane: three lines, two, one. */
export type InboxRow = {
  id: string;
  number: number;
  reference: string;
  title: string;
  address: string;
  contractor: string | null;
  lane: Lane;
  chip: Chip;
  /** What waits, in the contractor's or the product's words; empty outside "Needs you". */
  line: string;
  clock: string;
  movedAt: string;
  /** Where the row stands in its lane (`attention~instant~id`); `compareRows` reads it, and a page's cursor is one. */
  rank: string;
};

/** The order of a lane: the most pressing first, then the newest. */
export function compareRows(one: InboxRow, other: InboxRow): number {
  const [attention = "", at = "", id = ""] = one.rank.split("~");
  const [otherAttention = "", otherAt = "", otherId = ""] = other.rank.split("~");
  return attention.localeCompare(otherAttention) || otherAt.localeCompare(at) || id.localeCompare(otherId);
}

export type InboxCounts = { needsYou: number; inMotion: number; doneToday: number; open: number };

/** The life of one link, as far as it has come. `failed` says what went wrong, in words. */
export type LinkState = {
  id: string;
  channel: "email" | "sms" | "copy";
  address: string;
  steps: { label: "Issued" | "Sent" | "Delivered" | "Opened"; clock: string | null }[];
  failed: string | null;
  machineLooks: number;
  ended: string | null;
};

export type TimelineEntry = {
  id: number;
  state: string;
  tone: Chip["tone"];
  day: string;
  sentence: string;
  chip: Chip | null;
  link: LinkState | null;
  file: { id: string; name: string } | null;
  invoiceToApprove: string | null;
};

/** A work order as the office sees it. */
export type OrderView = {
  id: string;
  number: number;
  reference: string;
  version: number;
  status: Status;
  chip: Chip;
  title: string;
  scope: string;
  trade: string | null;
  address: string;
  propertyId: string;
  occupant: Person | null;
  accessNotes: string;
  manager: { id: string; name: string };
  contractor: {
    id: string;
    company: string;
    name: string;
    firstName: string;
    active: boolean;
    email: string | null;
    phone: string | null;
    phoneWords: string | null;
    prefers: "email" | "sms";
  } | null;
  ceiling: Money | null;
  taxLabel: string;
  invoice: {
    id: string;
    number: string | null;
    amount: Money;
    against: string;
    state: "received" | "needs-approval" | "approved";
    fileId: string;
    fileName: string;
  } | null;
  photos: { id: string; caption: string; fromContractor: boolean }[];
  timeline: TimelineEntry[];
  waiting: { question: boolean; overCeiling: boolean; undelivered: boolean; linkAsked: boolean };
  canDispatch: boolean;
  canCancel: boolean;
};

/** A contractor to choose in the dispatch dialog. */
export type ContractorChoice = {
  id: string;
  company: string;
  name: string;
  firstName: string;
  trade: string | null;
  email: string | null;
  phone: string | null;
  phoneWords: string | null;
  prefers: "email" | "sms";
  active: boolean;
  jobs: number;
  /** "Usually accepts within 2 min", "Declined this job at 11:38", or empty. */
  note: string;
  declinedThis: boolean;
};
