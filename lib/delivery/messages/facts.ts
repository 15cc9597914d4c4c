import type { documentKinds } from "@/db/schema/documents";

/** What the messages are made of: plain words, ready to be read. Times and amounts are already formatted. */

export type Shop = {
  name: string;
  logo: "fern" | "house" | "leaf" | "wave" | "key";
  brandColour: string;
  phone: string | null;
  /** Where a letter of theirs may be answered; missing where it may not. */
  email?: string | null;
};

export type DocumentKind = (typeof documentKinds)[number];

type Manager = { name: string; phone: string | null };

/** A message in its two written forms; the third, for SMS, is in sms.ts. */
export type Written = { subject: string; text: string; html: string };

/** `origin` is ours, as configured: pictures come from there. */
type Facts = { origin: string; agency: Shop };

export type DispatchFacts = Facts & {
  manager: Manager;
  title: string;
  street: string;
  /** "Cooks Hill NSW 2300" */
  rest: string;
  /** "$450.00", or null when there is no ceiling. */
  ceiling: string | null;
  taxLabel: string;
  scope: string;
  company: string;
  url: string;
  days: number;
  /** "Wed 6 May" */
  until: string;
};

export type AnswerFacts = Facts & {
  manager: Manager;
  title: string;
  street: string;
  /** What was asked; empty when the office writes of its own accord. */
  question: string;
  answer: string;
  company: string;
  url: string;
};

export type CancellationFacts = Facts & {
  manager: Manager;
  title: string;
  street: string;
  rest: string;
  reason: string | null;
};

export type QuestionFacts = Facts & {
  /** The job's number, and what the office calls it: "WO-2184". */
  number: number;
  reference: string;
  title: string;
  street: string;
  asker: string;
  company: string;
  question: string;
};

export type LinkAskedFacts = Facts & {
  number: number;
  reference: string;
  title: string;
  street: string;
  /** Who asks, and who has the job by now: null when that is not another contractor. */
  company: string;
  nowWith: string | null;
};

export type SignInFacts = {
  origin: string;
  /** Whose colours the letter has; null: Latchkey’s own. */
  shop: Shop | null;
  /** What the link opens: one business, or each that knows the address. */
  businesses: string[];
  /** What the letter went to: an e-mail address or a number. */
  address: string;
  url: string;
  /** Eight characters, as they are kept; empty where nobody asked, and so no browser would take them. */
  code: string;
  minutes: number;
  /** "10:29" */
  until: string;
  /** "Fri 24 Apr, 10:14"; null when nobody asked. */
  askedAt: string | null;
  /** "Chrome on Android" */
  askedFrom: string | null;
};

export type ClientSaidFacts = Facts & {
  person: string;
  /** “signed”, “asks about” */
  did: string;
  title: string;
  /** What they said; empty where they only did something. */
  words: string;
  clientId: string;
  documentId: string;
};

/** What a member did with bank details, and when they take effect; of the details themselves a message never knows anything. */
export type BankToOfficeFacts = Facts & {
  person: string;
  /** lapsed: `person` may change them no more, so what the two of them set did not take effect. */
  what: "proposed" | "confirmed" | "withdrawn" | "lapsed";
  /** "Sun 23 Nov, 10:14, Brisbane time"; empty where nothing takes effect. */
  when: string;
};

type ClientHears = "coming" | "in-force" | "withdrawn";

/** What becomes of the bank details that a client pays to, as above. */
export type BankToClientFacts = Facts & {
  person: string;
  /** first-…: the business named no account before. */
  what: ClientHears | `first-${ClientHears}`;
  when: string;
};

/** `heading`: “Your appointment was cancelled”. */
export type DocumentOverFacts = Facts & { person: string; title: string; heading: string; words: string };

/** Money that came or went back, as its heading says it; `rows` are how much, by what, and what is left. */
export type MoneyToldFacts = Facts & {
  person: string;
  heading: string;
  words: string;
  rows: { label: string; value: string }[];
  /** Whether the letter carries the receipt. */
  hasFile: boolean;
};

/** `until` is the last day on which the link opens: "Fri 1 May". */
export type InvitationFacts = Facts & { person: string; url: string; until: string };

/** Why a client hears of a document: each has words of its own. */
export const occasions = [
  "sent",
  "revised",
  "reminder",
  "returned",
  "approved",
  "moved",
  "confirmed",
  "complete",
  "answered",
  "again",
  "payment-failed",
  "settled",
] as const;
export type Occasion = (typeof occasions)[number];

/**
 * Facts for the words of one occasion, ready to be read: a day, a time, what somebody said. Of an invoice what it is called,
 * what it asks for, by when, what became of a payment for it, and its lines, as `linesSaid` reads them.
 */
export const saidFacts = [
  "due",
  "when",
  "place",
  "words",
  "by",
  "revision",
  "confirmed",
  "notice",
  "called",
  "amount",
  "asks",
  "isDue",
  "became",
  "lines",
] as const;
export type Says = Partial<Record<(typeof saidFacts)[number], string>>;

export type DocumentFacts = InvitationFacts & {
  kind: DocumentKind;
  occasion: Occasion;
  says: Says;
  title: string;
  /** Whether the letter carries the file that it speaks of. */
  hasFile: boolean;
  /** Whether the link opens until what it leads to is settled, and not once. */
  standing: boolean;
};
