import { z } from "zod";
import { persons } from "@/db/schema/people";
import { mostBodyLetters } from "@/lib/documents/sent";

/** What comes in about contracts: parsed once at the edge, trusted inside. */

/** The hash of the text that the form was shown with. */
const hash = z.hex().length(64);

const name = z.string().trim().min(1, "Type your name.").max(120, "That is longer than 120 characters.");

/** Strokes in a box of 600 by 200: moves, lines and curves between numbers, and nothing else. */
const path = z
  .string()
  .trim()
  .min(1, "Draw your signature, or type it.")
  .max(20_000, "That is too long for a signature. Clear it, and draw it once more.")
  .regex(/^M(?:[MLQC]|[ ,]|-?\d{1,3}(?:\.\d{1,2})?(?![\d.]))+$/, "Draw your signature once more.")
  .refine(hasInk, "Draw your signature once more.");

/** Whether strokes draw something, from number to number. */
function hasInk(strokes: string): boolean {
  return /[LQC][ ,]*-?\d/.test(strokes) && (strokes.match(/\d+(?:\.\d+)?/g) ?? []).length >= 4;
}

const consent = z.literal("yes", "Tick the box to agree to sign electronically.");

export const signatureForm = z.object({
  sha256: hash,
  kind: z.enum(["typed", "drawn"]).default("typed"),
  name: z.string().trim().max(120, "That is longer than 120 characters.").default(""),
  path: z.string().max(20_000).default(""),
  consent,
});

/** A signature as it is kept. A typed one needs a name, a drawn one its strokes. */
export const typedSignature = z.object({ kind: z.literal("typed"), name });
export const drawnSignature = z.object({ kind: z.literal("drawn"), name, path });

export const confirmForm = z.object({ sha256: hash });

export const declineForm = z.object({
  reason: z
    .string()
    .trim()
    .min(1, "Say why, so that it can be put right.")
    .max(2000, "That is longer than 2,000 characters."),
});

const ofContract = { id: z.uuid() };

export const countersignForm = z.object({ ...ofContract, sha256: hash, name });
export const contractNamed = z.object(ofContract);
export const contractSending = z.object({
  ...ofContract,
  version: z.coerce.number().int().positive().optional(),
  signeeId: z.uuid().optional(),
  address: z.string().min(1).max(320).optional(),
});
export const voidForm = z.object({
  ...ofContract,
  reason: z
    .string()
    .trim()
    .min(1, "Say why. Everybody who was sent it reads this.")
    .max(500, "That is longer than 500 characters."),
});

/** A form sends its lines with two characters each; kept, and signed, they end with one. */
const body = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, "\n"))
  .pipe(z.string().max(mostBodyLetters, "That is longer than 20,000 characters."))
  .default("");
const title = z
  .string()
  .trim()
  .min(1, "Write what it is about.")
  .max(160, "That is longer than 160 characters.");

/** A field that stands once in a form, or many times. */
const several = <T extends z.ZodType>(each: T) =>
  z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(each).max(20));

const personKey = z.templateLiteral([z.uuid(), ":", z.enum(persons)]).transform((key): string => key);

/** A contract’s draft. Those who may sign stand one under another; `signs` names those of them who do. */
export const contractForm = z.object({
  ...ofContract,
  version: z.coerce.number().int().positive(),
  title,
  body,
  order: z.enum(["any", "set"]).default("any"),
  person: several(personKey),
  role: several(z.string().trim().max(80, "That is longer than 80 characters.")),
  place: several(z.coerce.number().int().min(1).max(20)),
  signs: several(personKey),
  next: z.enum(["send", "template"]).optional(),
});

export const signeeForm = z.object({
  ...ofContract,
  contactId: z.uuid("Choose a client."),
  person: z.enum(persons),
});

export const templateChoice = z.object({
  ...ofContract,
  version: z.coerce.number().int().positive(),
  templateId: z.uuid("Choose a template."),
});

export const templateForm = z.object({
  id: z.uuid().optional(),
  version: z.coerce.number().int().positive().default(1),
  name: z.string().trim().min(1, "Give it a name.").max(120, "That is longer than 120 characters."),
  body,
});

export const templateArchiving = z.object({ id: z.uuid(), archived: z.enum(["yes", "no"]) });
