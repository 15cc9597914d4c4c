import { z } from "zod";
import { normaliseEmail } from "@/lib/address";
import { mostFileBytes } from "./client-file";

/** What comes in about people and places: parsed once at the edge, trusted inside. */

const text = (most: number) => z.string().trim().max(most, `That is longer than ${most} characters.`);
const maybe = (most: number) =>
  text(most)
    .optional()
    .transform((value) => value || null);

const email = z
  .string()
  .trim()
  .optional()
  .transform((typed, context) => {
    if (!typed) return null;
    const address = normaliseEmail(typed);
    if (!address)
      context.addIssue({ code: "custom", message: "That isn’t an email address. Check it for a slip." });
    return address ?? null;
  });

/** As it was typed: which country's number it is depends on the business (see phone.ts). */
const phone = maybe(40);

/** A zone by its name, `Australia/Perth`; nothing for the business’s own. */
const zone = maybe(60).refine((named) => named === null || isTimeZone(named), "That isn’t a time zone.");

/** A checkbox sends "on" or nothing. */
const ticked = z
  .string()
  .optional()
  .transform((value) => value === "on");

/** The words that a picker looks for while somebody types. */
export const searched = z.object({ q: z.string().max(200).default("") });

/** What the address of a list says; whatever is not understood is left out. */
export const listAsked = z.object({
  q: z.string().max(200).default("").catch(""),
  after: z.uuid().optional().catch(undefined),
});

export const contractorForm = z.object({
  id: z.uuid().optional(),
  name: text(120).min(1, "Who do you speak to there? Write their name."),
  company: maybe(120),
  trade: maybe(60),
  email,
  phone,
  prefers: z.enum(["email", "sms"]).default("sms"),
  active: ticked,
});

export const newClientForm = z.object({
  name: text(120).min(1, "Write the client’s name."),
  email,
  phone,
  partnerName: maybe(120),
  partnerEmail: email,
  partnerPhone: phone,
  timeZone: zone,
  active: ticked,
  portalAccess: ticked,
});

/** The portal of a known client has a switch of its own. `version` is the one that the form was filled in with. */
export const clientForm = newClientForm
  .omit({ portalAccess: true })
  .extend({ id: z.uuid(), version: z.coerce.number().int().positive() });

export const portalSwitch = z.object({ id: z.uuid(), open: z.stringbool() });

/** An address as it is kept: a form sends back what it was given. */
const address = z.string().min(1).max(320);

export const invitation = z.object({ id: z.uuid(), address });

/** A file of clients, or its rows pasted; a file that was not chosen comes as an empty one. */
export const clientFileForm = z.object({
  file: z.instanceof(File).optional(),
  text: z
    .string()
    .max(mostFileBytes, "That is longer than 1 MB. Import one part after the other.")
    .default(""),
});

export const sessionOnly = z.object({ id: z.uuid() });

export const importForm = z.object({ id: z.uuid() });

/** Whose a new project is, and to which project a new document belongs, where the page before says it. */
export const newProjectAsked = z.object({ client: z.uuid().optional().catch(undefined) });
export const newDocumentAsked = z.object({ project: z.uuid().optional().catch(undefined) });

/** What a client’s page tells who comes from a form, and which page of their documents. */
export const clientAsked = z.object({
  told: z.uuid().optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
});

/** Which page of a preview. */
export const importAsked = z.object({
  from: z.coerce.number().int().min(0).max(5000).catch(0),
  kept: z.uuid().optional().catch(undefined),
});

/** Stages as they are typed, one a line; the most of them, and of the letters of one. */
export const mostStages = 8;
const mostStageLetters = 40;

const stages = z
  .string()
  .max(2000)
  .transform((typed) => [...new Set(typed.split("\n").map((line) => line.trim()))].filter(Boolean))
  .refine((lines) => lines.length <= mostStages, `That is more than ${mostStages} stages.`)
  .refine(
    (lines) => lines.every((line) => line.length <= mostStageLetters),
    `One of them is longer than ${mostStageLetters} characters.`,
  );

/** What is sent once for each that is ticked: none, one, or several. */
const eachTicked = z
  .union([z.uuid(), z.array(z.uuid())])
  .default([])
  .transform((ids) => [ids].flat());

/** A project; the stage that it is in is named, and is one of its stages. */
export const projectForm = z
  .object({
    id: z.uuid().optional(),
    contactId: z.uuid("Choose the client it is for."),
    name: text(160).min(1, "Write what the project is called."),
    place: text(200).default(""),
    stages,
    stage: z.string().default(""),
    startsOn: z.union([z.iso.date("That isn’t a day."), z.literal("").transform(() => null)]).default(null),
    memberIds: eachTicked,
  })
  .transform(({ stage: named, ...sent }, context) => {
    const stage = Math.max(sent.stages.indexOf(named), 0);
    if (named && sent.stages.length > 0 && !sent.stages.includes(named))
      context.addIssue({ code: "custom", path: ["stage"], message: "Choose one of the stages above." });
    return { ...sent, stage };
  });

/** A file for a project’s client; without a title it goes by its own name. */
export const sharedFileForm = z.object({
  projectId: z.uuid(),
  title: text(120).default(""),
  file: z.instanceof(File, { error: "Choose a PDF or a photo." }),
});

export const sharedFileTaken = z.object({ id: z.uuid() });

export const projectSwitch = z.object({ id: z.uuid(), closed: z.stringbool() });

export const propertyDetails = z.object({
  street: text(160).min(1, "The street is missing."),
  suburb: text(80).min(1, "The suburb is missing."),
  state: text(40).default(""),
  postcode: text(12).default(""),
  timeZone: zone,
  occupantName: maybe(120),
  occupantPhone: phone,
  accessNotes: text(2000).default(""),
});

export const propertyForm = propertyDetails.extend({ id: z.uuid().optional() });

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}
