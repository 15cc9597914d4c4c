import { z } from "zod";
import { documentEnds, documentKinds } from "@/db/schema/documents";

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

/** A draft as it was read, and where to send it, if it is to be sent at once. */
export const documentForm = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().positive(),
  title,
  body,
  dueOn: dayOrNone,
  to: address.optional(),
});

export const documentSending = z.object({ documentId: z.uuid(), address });

export const documentClosing = z.object({ id: z.uuid(), as: z.enum(documentEnds) });
