import type { contractSignees } from "@/db/schema/contracts";
import type { Document } from "@/lib/documents/trunk";
import type { Contact } from "@/lib/people/contacts";
import type { Pause } from "./pauses";

/** A document that may be reminded of, without its text. */
export type Reminded = Omit<Document, "body">;

/** Somebody who may be reminded of a document, with what decides whether they are. */
export type Candidate = {
  document: Reminded;
  contact: Contact;
  /** Their line in a contract; nothing for any other kind. */
  signee: typeof contractSignees.$inferSelect | null;
  /** Whether somebody has to sign before them who has not. */
  isBeforeTheirTurn: boolean;
  /** What holds it back until it is settled; missing where nothing does. */
  pause?: Pause | undefined;
};

/**
 * What ends a document's reminders to somebody: nothing is asked for again that is done, settled, in question or not theirs
 * to do. An appointment goes on after it was confirmed, since it reminds of the day and not of an answer.
 */
const stops: Record<string, (candidate: Candidate) => boolean> = {
  closed: ({ document }) => document.closedAt !== null,
  answered: ({ document }) => document.answeredAt !== null && document.kind !== "appointment",
  "asked, and not answered by the office": ({ document, pause }) =>
    (document.waitsFor === "question" || pause?.isAsked === true) && document.kind !== "appointment",
  "disagreed with, and not settled by the office": ({ pause }) => pause?.isDisputed === true,
  "paid, and on its way from a bank": ({ pause }) => pause?.isComing === true,
  inactive: ({ contact }) => !contact.active,
  "no signature of theirs is asked for": ({ document, signee }) => document.kind === "contract" && !signee,
  "signed and confirmed by them": ({ signee }) => signee !== null && signee.confirmedAt !== null,
  "declined by them": ({ signee }) => signee !== null && signee.declinedAt !== null,
  "named in it as they were called before, so that they can’t sign": ({ contact, signee }) =>
    signee !== null && signee.name !== (signee.person === "partner" ? contact.partnerName : contact.name),
  "somebody signs before them": ({ isBeforeTheirTurn }) => isBeforeTheirTurn,
};

export const isStopped = (candidate: Candidate): boolean =>
  Object.values(stops).some((stop) => stop(candidate));
