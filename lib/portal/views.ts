import type { DocumentEnd, DocumentKind } from "@/lib/links/policy";

/** What pages show of the portal: names, days and amounts are words already. */

/** A day by which something is asked for, in the words of a row, and in as few as a phone has room for. */
export type Due = { words: string; brief: string; isOver: boolean };

/** One thing that a document asks of one person: the act, the facts to decide by, and by when. */
export type Task = {
  id: string;
  kind: DocumentKind;
  href: string;
  /** “Sign the construction contract” */
  act: string;
  facts: string;
  /** The facts in as few words as a phone has room for. */
  brief: string;
  due: Due | null;
  /** What its button says. */
  button: string;
};

/** A document in a client’s list. */
export type ClientRow = {
  id: string;
  href: string;
  kind: DocumentKind;
  title: string;
  project: string | null;
  closedAs: DocumentEnd | null;
  /** Where it stands; of what is over no more than what its end does not say: “Paid Fri, Apr 24”. */
  state: string;
};

/** Something to read: a document, or a file that the project shares. */
export type Filed =
  | { kind: "document"; row: ClientRow }
  | { kind: "file"; id: string; title: string; about: string };

/** The next time at which somebody comes. */
export type NextView = {
  id: string;
  href: string;
  title: string;
  /** “Tuesday, April 28” and “9:00 to 10:00 AM”; on a phone “Tue, April 28, 9:00 AM”. */
  day: string;
  span: string;
  brief: string;
  place: string;
  confirmed: boolean;
  /** It is the time itself: there is nothing left to confirm or to move. */
  hasBegun: boolean;
  /** What a confirmation must name, so that it is of the time that was read. */
  sends: { startsAt: string; sequence: number };
};

/** Somebody whom a client meets: of the office, or the other of the two. */
export type ClientPerson = { name: string; about: string; phone: { href: string; words: string } | null };

/** A happening in a client’s words, and whether it is something written or something done. */
export type RecentView = { id: number; words: string; when: string; look: "done" | "written" | "said" };

/** A project that goes on, and how far it has come. */
export type ProjectView = {
  id: string;
  name: string;
  place: string;
  stages: string[];
  /** The one that it is in, counted from 0. */
  stage: number;
  /** In words, and in as few as a phone has room for; null where no day is set. */
  starts: { words: string; brief: string } | null;
};

/** What a client begins with: what needs them, what comes next, and what there is. */
export type HomeView = {
  /** The project that is shown, of those that there are; null for a client without one. */
  project: ProjectView | null;
  projects: { id: string; name: string }[];
  /** What waits for this very person in all of their projects, the soonest due first. */
  tasks: Task[];
  /** More waits than is shown. */
  isCut: boolean;
  next: NextView | null;
  /** Documents and files, the newest first. */
  filed: Filed[];
  people: ClientPerson[];
  recent: RecentView[];
  /** Nothing was sent to them yet, and nothing is shared. */
  isEmpty: boolean;
};
