import type { billStates } from "@/db/schema/work-orders";
import type { Chip } from "./chips";
import type { ContractorAction, Status } from "./machine";

/** What each reader of a work order sees, ready to be shown: times are already words in the right zone. */

export type BillState = (typeof billStates)[number];

export type Channel = "email" | "sms";

/** The way to a contractor: the one that reached them last, else the one that they prefer, else the one that has an address. */
export function wayTo(
  contractor: { email: string | null; phone: string | null; prefers: Channel },
  last?: Channel | null,
): Channel {
  const { email, phone, prefers } = contractor;
  const wished = last ?? prefers;
  const [address, other] = wished === "sms" ? ([phone, "email"] as const) : ([email, "sms"] as const);
  return address ? wished : other;
}

export type Money = { amountCents: number; currency: string; words: string };
export type Person = { name: string; phone: string | null; phoneWords: string | null };

/** A job as the contractor may see it. Owner's details, margins and the office's notes are not in it. */
export type JobView = {
  number: number;
  reference: string;
  status: Status;
  title: string;
  scope: string;
  agency: { name: string; logo: string; brandColour: string; locale: string };
  address: { street: string; rest: string; mapUrl: string };
  accessNotes: string;
  occupant: Person | null;
  manager: Person & { firstName: string; email: string; jobTitle: string };
  contractor: { company: string; firstName: string };
  ceiling: Money | null;
  /** Of its currency, for a field in which an amount is typed. */
  symbol: string;
  taxLabel: string;
  photos: { id: string; caption: string; fromContractor: boolean }[];
  thread: { id: string; from: "contractor" | "office"; author: string; text: string; when: string }[];
  invoices: {
    id: string;
    number: string | null;
    amount: Money;
    fileName: string;
    received: string;
    state: BillState;
    over: Money | null;
    /** Where it stands, in a sentence; empty while it was only received. */
    standing: string;
  }[];
  actions: ContractorAction[];
  takesFiles: boolean;
  /** "Today, Fri 24 April, 10:00" and "Starts in 2 minutes", when scheduled. */
  scheduled: { words: string; relative: string } | null;
  /** Whether a time was ever set: one may come without. */
  wasScheduled: boolean;
  /** "09:58", when on site. */
  onSiteSince: string | null;
  /** The receipt's rows: "Wed 22 Apr, 14:31". */
  milestones: { label: string; words: string }[];
  sent: { on: string; until: string };
  timeZone: string;
};

/** A file that was sent ahead of its form. */
export type StagedFile = { id: string; name: string; size: number };

/** A day that the schedule sheet offers: `value` is posted, the rest is shown. */
export type DayOption = { value: string; weekday: string; day: string; month: string; label: string };

/** One line of the table of all work orders. */
export type OrderRow = {
  id: string;
  number: number;
  reference: string;
  title: string;
  address: string;
  contractor: string | null;
  status: Status;
  chip: Chip;
  moved: string;
};

export type Lane = "needs-you" | "in-motion" | "done";

/** What a row of the inbox opens: an order by its number, or a document of a client. */
export type Opens = { order: number } | { document: string; client: string };

/** One row of the inbox; the height follows the lane: three lines, two, one. */
export type InboxRow = {
  id: string;
  opens: Opens;
  title: string;
  /** Where it is and with whom; the street alone, once it is done. */
  under: string;
  lane: Lane;
  chip: Chip;
  /** What waits, in the words of whoever said it or the product's; empty outside "Needs you". */
  line: string;
  clock: string;
  /** Where the row stands in its lane (`attention~instant~id`); `compareRows` reads it, and a page's cursor is one. */
  rank: string;
};

/** What an open office is told of one happening. */
export type Told = {
  /** The order or the document that it happened to. */
  subject: string;
  /** What the addresses of the pages that show it hold: an order’s number; the ids of a document, its client, its project; “money”, “bills”. */
  pages: string[];
  /** Its row as it is now; null where it is in no lane. */
  row: InboxRow | null;
  /** To be read out; empty where nobody would do anything else for it. */
  sentence: string;
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
  /** For how many days it opens the job, from its issue on. */
  days: number;
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
  /** An invoice that waits for approval though the order waits for nothing: a former dispatch left it. */
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
  /** The parts of the address as a message names them, and the zone of its times. */
  place: { street: string; rest: string; zone: string };
  propertyId: string;
  occupant: Person | null;
  accessNotes: string;
  /** Who the messages are from, and the number to call back, as people write it. */
  manager: { id: string; name: string; phone: string | null };
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
    /** With those that were sent before it: “$590.00, with HP-0931”. */
    counted: string;
    against: string;
    state: BillState;
    fileId: string;
    fileName: string;
  } | null;
  photos: { id: string; caption: string; fromContractor: boolean }[];
  timeline: TimelineEntry[];
  waiting: {
    question: boolean;
    overCeiling: boolean;
    undelivered: boolean;
    /** Who asks for a new link: a former contractor, when the job has gone to another one since. */
    linkAsked: { company: string; isFormer: boolean } | null;
  };
  canDispatch: boolean;
  canCancel: boolean;
};

/** One of the things that a picker offers; `more` says that others can be searched for. */
export type Choice = { id: string; label: string };
export type Choices = { shown: Choice[]; more: boolean };

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
