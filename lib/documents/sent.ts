import { z } from "zod";
import { documentEnds, documentKinds } from "@/db/schema/documents";
import { waitsToNote } from "./views";

/** What comes in about documents: parsed once at the edge, trusted inside. */

const title = z
  .string()
  .trim()
  .min(1, "Write what it is about.")
  .max(160, "That is longer than 160 characters.");
export const mostBodyLetters = 20_000;

const body = z.string().trim().max(mostBodyLetters, "That is longer than 20,000 characters.").default("");

/** A day as a date field sends it, `2026-04-24`; nothing where it was left empty. */
export const dayOrNone = z
  .union([z.iso.date("That isn’t a day."), z.literal("").transform(() => null)])
  .default(null);

export const newDocumentForm = z.object({
  contactId: z.uuid(),
  kind: z.enum(documentKinds, "Choose what kind of document it is."),
  projectId: z.union([z.uuid(), z.literal("").transform(() => null)]).default(null),
  title,
  body,
  dueOn: dayOrNone,
});

/** An address as it is kept: the form sends back what it was given. */
const address = z.string().min(1).max(320);

/** A new draft of a kind, to be written on its own page: it is called by its kind until then. */
export const draftBeginning = z.object({
  contactId: z.uuid(),
  projectId: z.uuid(),
  kind: z.enum(documentKinds),
  title,
});

/** A draft as it was read, and where to send it, if it is to be sent at once. */
export const documentForm = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().positive(),
  title,
  body,
  to: address.optional(),
});

export const documentSending = z.object({ documentId: z.uuid(), address });

export const dueForm = z.object({ id: z.uuid(), dueOn: dayOrNone });

export const keeperForm = z.object({ id: z.uuid(), memberId: z.uuid() });

/** Which document, and for whom: a client’s project, or no project of theirs. */
export const duplicateForm = z.object({
  id: z.uuid(),
  contactId: z.uuid("Choose the client it is for."),
  projectId: z.union([z.uuid(), z.literal("").transform(() => null)]).default(null),
});

/** Whom a copy is for, as far as its page’s address says it. */
export const duplicateAsked = z.object({ client: z.uuid().optional().catch(undefined) });

/** What somebody has seen, of all that waits of which document. */
export const waitNoted = z.object({ id: z.uuid(), waited: z.enum(waitsToNote) });

export const documentClosing = z.object({ id: z.uuid(), as: z.enum(documentEnds) });

export const mostQuestionLetters = 2000;

const said = (missing: string) =>
  z
    .string()
    .trim()
    .refine((words) => words !== "", missing)
    .max(mostQuestionLetters, "That is longer than 2,000 characters.");

export const questionAsked = z.object({ words: said("Write what you’d like to know.") });

export const questionAnswered = z.object({ questionId: z.uuid(), words: said("Write a reply.") });
