import type { DocumentKind } from "@/lib/links/policy";

/** A reminder as the office reads it. */
type Told = {
  documentId: string;
  clientId: string;
  kind: DocumentKind;
  title: string;
  /** Who is reminded, and where. */
  person: string;
  address: string;
  addressWords: string;
};

/** One that will be sent, or would be if nobody had skipped it. */
export type PlannedView = Told & {
  plannedFor: string;
  /** “9:00 AM”, on the client’s own clock. */
  clock: string;
  /** Where that clock hangs, where it is not the business’s own: “Perth time”. */
  zoneWords: string | null;
  /** “due Fri, May 1” */
  why: string;
  /** Who skipped it; null while it will be sent. */
  skippedBy: string | null;
};

/** The reminders of one day. */
export type PlannedDay = { heading: string; reminders: PlannedView[] };

/** One that was sent. */
export type SentView = Told & {
  id: string;
  when: string;
  state: "queued" | "sent" | "delivered" | "bounced" | "opened" | "used" | "expired";
};

/** What stands on the page “Reminders”. */
export type RemindersView = {
  days: PlannedDay[];
  /** There are more than are shown, of those to come and of those that were sent. */
  isCut: boolean;
  sent: SentView[];
  isSentCut: boolean;
};

/** The ladder of one kind, as Settings shows it. */
export type LadderView = {
  kind: DocumentKind;
  /** “2, 7” */
  before: string;
  onTheDay: boolean;
  after: string;
  /** The same in a sentence. */
  words: string;
};
