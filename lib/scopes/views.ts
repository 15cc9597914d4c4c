import type { Piece } from "./differences";

/** What the pages of a scope show. Amounts and times are words already, in the business's own way of writing them. */

/** One line as it is kept: `key` is the same line in every revision; a credit is negative. */
export type ScopeLine = { key: string; group: string; words: string; amountCents: number };

/** What was said about a line. */
export type SaidView = {
  id: string;
  /** “You”, or their name. */
  by: string;
  words: string;
  /** “Just now”, “11:20 AM” */
  when: string;
  /** Whether the office wrote it. */
  isOffice: boolean;
  /** The revision that it was said of, where that is an older one. */
  ofRevision: number | null;
  /** Whether it was never sent, and no answer takes it along any more. */
  isLeft: boolean;
};

export type LineView = {
  key: string;
  /** “1.4” */
  number: string;
  words: string;
  /** “$1,080.00”, “−$120.00” */
  amount: string;
  /** What went to and fro about it. */
  said: SaidView[];
};

export type GroupView = { name: string; lines: LineView[] };

/** What became of a revision that was sent. */
export type Answered = { as: "approved" | "changes-requested"; by: string; when: string };

/** One line beside what it was in an older revision. */
export type DifferenceView =
  | { kind: "same"; line: LineView }
  | { kind: "added"; line: LineView }
  | { kind: "removed"; was: LineView }
  | {
      kind: "changed";
      line: LineView;
      /** The words, piece by piece. */
      pieces: Piece[];
      /** The amount that it was, where that is another. */
      wasAmount: string | null;
      /** The heading that it stood under, where that is another. */
      wasGroup: string | null;
    };

export type DifferencesView = {
  /** The older revision. */
  since: number;
  /** “1 line added, 2 changed” */
  summary: string;
  total: { was: string; now: string; change: string } | null;
  groups: { name: string; wasName: string | null; lines: DifferenceView[] }[];
};

/** A comment that is being written. */
export type Writing = { key: string; words: string; problem: string | null; isKept: boolean };

export type ScopeForClient = {
  id: string;
  revision: number;
  /** “Thu, Apr 23” */
  sentOn: string;
  /** “Fri, May 1” */
  answerBy: string | null;
  groups: GroupView[];
  /** Lines that are in it no more, about which something was said. */
  gone: LineView[];
  total: string;
  answered: Answered | null;
  /** The older revision that can be compared with; null for the first. */
  olderRevision: number | null;
  /** What is new, where the page shows that. */
  differences: DifferencesView | null;
  /** How many comments wait to be sent, of both persons. */
  unsent: number;
  /** The keys of the lines about which something was said of this very revision. */
  discussed: string[];
  /** Own comments that are not sent yet, by line. */
  own: { key: string; words: string }[];
  /** Who looks after it: “June”, or the business. */
  office: string;
};

/** One revision in the office's list of them. */
export type RevisionView = {
  number: number;
  /** Null for a draft. */
  sentOn: string | null;
  answered: Answered | null;
  total: string;
  /** What is new since the one before it, of the one that is looked at; null for the first. */
  differences: DifferencesView | null;
};

/** A line in the office's draft. `amount` is as it is typed. */
export type DraftLine = { key: string; number: string; words: string; amount: string; said: SaidView[] };

export type DraftView = {
  revision: number;
  groups: { name: string; lines: DraftLine[] }[];
  /** The same for whoever may only look. */
  shown: GroupView[];
  total: string;
  /** The day by which a later revision is to be answered: what is proposed, and the first that may be chosen. */
  answerBy: { proposed: string; earliest: string } | null;
};

export type ScopeForOffice = {
  draft: DraftView | null;
  /** The newest revision that was sent, as the client sees it. */
  sent: {
    number: number;
    groups: GroupView[];
    gone: LineView[];
    total: string;
    answered: Answered | null;
  } | null;
  /** The newest first. */
  revisions: RevisionView[];
};
