import type { documentAnswers, officeWaits } from "@/db/schema/documents";
import type { DocumentEnd, DocumentKind } from "@/lib/links/policy";
import type { Chip } from "@/lib/work-orders/chips";

/** What the office reads of a document, ready to be shown: times and days are already words in the business's own zone. */

type Answer = (typeof documentAnswers)[number];
export type OfficeWait = (typeof officeWaits)[number];

/** Where a document stands: what came of it, what its client answered, or how far its links have come. */
export type Standing =
  | "draft"
  | "sent"
  | "undelivered"
  | "opened"
  | "part-signed"
  | "pending"
  | "part-paid"
  | Answer
  | "closed";

type Tone =
  | "draft"
  | "assigned"
  | "accepted"
  | "opened"
  | "signed"
  | "scheduled"
  | "completed"
  | "question"
  | "undelivered"
  | "closed";

/** How each standing looks and what it is called. One that is closed is called by its end. */
export const standings = {
  draft: { tone: "draft", words: "Draft" },
  sent: { tone: "assigned", words: "Sent" },
  undelivered: { tone: "undelivered", words: "Didn’t arrive" },
  opened: { tone: "opened", words: "Opened" },
  "part-signed": { tone: "signed", words: "Signed by some" },
  pending: { tone: "accepted", words: "Payment on its way" },
  "part-paid": { tone: "accepted", words: "Part paid" },
  signed: { tone: "signed", words: "Signed" },
  complete: { tone: "completed", words: "Complete" },
  declined: { tone: "closed", words: "Declined" },
  approved: { tone: "completed", words: "Approved" },
  "changes-requested": { tone: "question", words: "Changes requested" },
  chosen: { tone: "accepted", words: "Chosen" },
  confirmed: { tone: "scheduled", words: "Confirmed" },
  paid: { tone: "completed", words: "Paid" },
  closed: { tone: "closed", words: "Closed" },
} as const satisfies Record<Standing, { tone: Tone; words: string }>;

/** What of a document waits for the office: its chip in the inbox, and the sentence beside it where nothing more is told. */
export const waits = {
  question: { chip: { tone: "question", text: "Question" }, line: "Waits for your reply" },
  changes: { chip: { tone: "question", text: "Changes" }, line: "Asks for changes" },
  countersign: { chip: { tone: "accepted", text: "Signed" }, line: "Waits for your signature" },
  choices: { chip: { tone: "accepted", text: "Chosen" }, line: "Waits for your approval" },
  declined: { chip: { tone: "closed", text: "Declined" }, line: "No reason given" },
  moved: { chip: { tone: "scheduled", text: "Moved" }, line: "Chose another time" },
  cancelled: { chip: { tone: "closed", text: "Cancelled" }, line: "Cancelled by the client" },
  undelivered: { chip: { tone: "question", text: "Undelivered" }, line: "A message bounced" },
  disputed: { chip: { tone: "question", text: "Disputed" }, line: "The client disagrees with it" },
  "payment-failed": { chip: { tone: "question", text: "Not paid" }, line: "A payment did not go through" },
  "refund-failed": { chip: { tone: "question", text: "Not refunded" }, line: "A refund did not go through" },
} as const satisfies Record<OfficeWait, { chip: Chip; line: string }>;

/** What the office may put away by having seen it; all else waits until what it asks for is done. */
export const waitsToNote = [
  "moved",
  "cancelled",
  "undelivered",
  "payment-failed",
  "refund-failed",
] as const satisfies readonly OfficeWait[];

/** How far what was sent to one address has come. */
export type AddressProgress = {
  state: "queued" | "sent" | "delivered" | "bounced" | "opened" | "used" | "expired";
  when: string;
  reason: string | null;
};

/** One of the addresses of the people whom a document may be sent to. */
export type DocumentAddress = {
  address: string;
  words: string;
  channel: "email" | "sms";
  progress: AddressProgress | null;
};

/** The day by which an answer is asked for: “Fri, May 1”, and whether it has gone by without one. */
export type Due = { words: string; isOver: boolean };

/** A document as the office sees it. */
export type DocumentView = {
  id: string;
  clientId: string;
  projectId: string | null;
  kind: DocumentKind;
  title: string;
  body: string;
  version: number;
  /** The member who looks after it. */
  memberId: string | null;
  dueOn: string | null;
  due: Due | null;
  standing: Standing;
  closedAs: DocumentEnd | null;
  /** How many have signed, of how many: of a contract that was sent. */
  signed: { count: number; of: number } | null;
  /** When it came to where it stands; empty for a draft. */
  when: string;
  /** What of it waits for the office; null where nothing does. */
  waitsFor: OfficeWait | null;
  /** Whose answer is asked for, by name; nobody's where it is not asked for any more. */
  waitsOn: string[];
  /** The ways in which it may be closed; none where it is closed already. */
  ends: readonly DocumentEnd[];
  /** To whom it can be sent, and how far it has come there. */
  people: { isPartner: boolean; name: string; addresses: DocumentAddress[] }[];
};
