import { z } from "zod";
import { instantIn } from "@/lib/dates";
import { parseCents } from "@/lib/money";
import { contractorActions } from "./machine";

/** What comes in from forms and from the API: parsed once at the edge, trusted inside. */

export const mostQuestion = 2000;
export const mostReason = 500;
export const mostNote = 2000;

const text = (most: number, name: string) =>
  z
    .string()
    .trim()
    .max(
      most,
      `${name} can be at most ${most.toLocaleString("en-AU")} characters. Shorten it and send it again.`,
    );

const optionalText = (most: number, name: string) =>
  text(most, name)
    .optional()
    .transform((value) => value || undefined);

const absent = <T extends z.ZodType>(schema: T) =>
  z.union([z.literal("").transform(() => undefined), schema]).optional();

const dayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const timeText = z.string().regex(/^\d{2}:\d{2}(?::\d{2})?$/);

/** A tap on the job page: a plain form, whose day and time are those of the property. */
export const tap = z.strictObject({
  action: z.enum(contractorActions, "Choose one of the buttons."),
  day: absent(dayText),
  time: absent(timeText),
  otherDay: absent(dayText),
  otherTime: absent(timeText),
  question: optionalText(mostQuestion, "A question"),
  reason: optionalText(mostReason, "A reason"),
});

export type Tap = z.output<typeof tap>;

/** The instant that a tap's day and time mean in the property's zone; what was typed under "another" wins. */
export function chosenTime(sent: Tap, zone: string): Date | undefined {
  const day = sent.otherDay ?? sent.day;
  const time = sent.otherTime ?? sent.time;
  return day && time ? instantIn(zone, day, time.slice(0, 5)) : undefined;
}

const instant = z.iso.datetime({ offset: true, error: "Send a time as RFC 3339 with an offset." });

/** A move through the API. */
export const transition = z.strictObject({
  action: z
    .enum(contractorActions)
    .meta({ description: "What the contractor does. `actions` of the job says what is allowed now." }),
  scheduledFor: instant.optional().meta({ description: "For SCHEDULE: when the contractor will be there." }),
  question: text(mostQuestion, "A question")
    .optional()
    .meta({ description: "For QUESTION: what the office is asked." }),
  reason: text(mostReason, "A reason").optional().meta({ description: "For DECLINE: why." }),
  at: instant.optional().meta({ description: "When it was tapped, where that was before it could be sent." }),
});

export type Transition = z.output<typeof transition>;

/** A transition's times as instants. */
export function asMove({ scheduledFor, at, question, reason, action }: Transition) {
  return {
    action,
    question: question || undefined,
    reason: reason || undefined,
    scheduledFor: scheduledFor ? new Date(scheduledFor) : undefined,
    at: at ? new Date(at) : undefined,
  };
}

const sentFile = z.union([z.instanceof(File), z.string()]).optional();

/** The "mark job done" form: an invoice with its file, either sent before (`fileId`) or now, and a note. */
export const invoiceForm = z.strictObject({
  file: sentFile,
  photo: sentFile,
  fileId: absent(z.uuid()),
  amount: z.string().optional(),
  number: optionalText(60, "An invoice number"),
  note: optionalText(mostNote, "A note"),
});

/** Photos at a time, and those that a contractor may put on one job. */
export const mostPhotos = { atOnce: 8, ofJob: 60 };

const photo = z.instanceof(File).meta({ description: "JPEG, PNG, HEIC or WebP." });

/** What a contractor photographed, by the page's form or through the API. */
export const jobPhotos = z.strictObject({
  photos: z
    .union([photo, z.array(photo)])
    .meta({ description: "Eight at most, 15 MB together, each as a field of this name." })
    .transform((sent) => [sent].flat().filter(({ size }) => size > 0))
    .refine((sent) => sent.length > 0, "Choose a photo first.")
    .refine((sent) => sent.length <= mostPhotos.atOnce, "Eight photos at a time, at most."),
  at: instant
    .optional()
    .meta({ description: "When they were taken, where that was before they could be sent." }),
});

/** A file that the page sends ahead, with progress, before its form. */
export const stagedFile = z.strictObject({ file: z.instanceof(File, { message: "Choose a file first." }) });

/** An invoice through the API. */
export const invoiceUpload = z.strictObject({
  file: z
    .instanceof(File, { message: "Send the invoice as the field “file”." })
    .meta({ description: "PDF, JPEG, PNG, HEIC or WebP, at most 15 MB." }),
  amountCents: z
    .string()
    .regex(/^\d{1,10}$/, "Send the total in cents, in digits alone.")
    .transform(Number)
    .pipe(z.number().max(1_000_000_000))
    .meta({
      description: "The total in cents, tax included.",
      override: { type: "integer", minimum: 0, maximum: 1_000_000_000 },
    }),
  number: optionalText(60, "An invoice number"),
  note: optionalText(mostNote, "A note"),
});

/** A field that is left empty takes the ceiling away; one that is not there says nothing about it. */
const cents = z
  .string()
  .trim()
  .optional()
  .transform((typed, context) => {
    if (!typed) return typed === undefined ? undefined : null;
    const value = parseCents(typed);
    if (value === undefined)
      context.addIssue({ code: "custom", message: "Type the cost ceiling as an amount, like 450.00." });
    return value ?? null;
  });

const named = (most: number, name: string) => text(most, name).min(1, `${name} is missing.`);
const nullable = (most: number, name: string) => optionalText(most, name).transform((value) => value ?? null);

/** The form of a new or changed work order; a property is chosen, or its own fields come along. */
export const orderForm = z.looseObject({
  orderId: absent(z.uuid()),
  // No order ever has the version 0: a change that does not say what it was made against is stale.
  version: z.coerce.number().int().default(0),
  title: named(120, "A title"),
  scope: text(5000, "The scope").default(""),
  trade: nullable(60, "A trade"),
  ceiling: cents,
  propertyId: absent(z.uuid()),
  photoIds: z
    .union([
      z.uuid().transform((id) => [id]),
      z.array(z.uuid()).max(mostPhotos.atOnce, "Eight photos at a time, at most."),
    ])
    .default([]),
  next: z.enum(["save", "dispatch"]).default("save"),
});

/** Which order, and as of when: a form that was filled in against an older one is refused. */
export const orderAsRead = z.object({ orderId: z.uuid(), version: z.coerce.number().int() });

/** One photo for an order, as a form sends it without script. */
export const photoForm = stagedFile.extend({ orderId: z.uuid() });

export const dispatchForm = orderAsRead.extend({
  contractorId: z.uuid("Choose a contractor first."),
  channel: z.enum(["email", "sms"]),
  ceiling: cents,
  text: optionalText(mostQuestion, "A reply"),
});

export const answerForm = orderAsRead.extend({ text: named(mostQuestion, "A reply") });
export const cancelForm = orderAsRead.extend({ reason: text(mostReason, "A reason").default("") });
export const channelForm = orderAsRead.extend({ channel: z.enum(["email", "sms"]) });
export const orderOnly = z.object({ orderId: z.uuid() });

/** A work order through the API: money in cents. */
export const newOrder = z.strictObject({
  title: named(120, "A title"),
  scope: text(5000, "The scope").default(""),
  trade: text(60, "A trade").nullable().default(null),
  propertyId: z.uuid(),
  ceilingCents: z.number().int().min(0).max(1_000_000_000).nullable().default(null),
});

const version = z
  .number()
  .int()
  .meta({ description: "The order's version as it was read; another one is refused as stale." });

export const newDispatch = z.strictObject({
  version,
  contractorId: z.uuid(),
  channel: z.enum(["email", "sms"]),
  ceilingCents: z
    .number()
    .int()
    .min(0)
    .max(1_000_000_000)
    .nullable()
    .optional()
    .meta({ description: "Absent keeps the order's ceiling; null removes it." }),
});

export const newCancellation = z.strictObject({
  version,
  reason: text(mostReason, "A reason").default(""),
});
export const newAnswer = z.strictObject({ version, text: named(mostQuestion, "A reply") });

export const orderQuery = z.strictObject({
  q: text(200, "A search").optional(),
  status: z
    .enum(["DRAFT", "ASSIGNED", "ACCEPTED", "SCHEDULED", "ON_SITE", "COMPLETED", "DECLINED", "CANCELLED"])
    .optional(),
  contractorId: z.uuid().optional(),
  before: z.coerce
    .number()
    .int()
    .positive()
    .max(999_999_999)
    .optional()
    .meta({ description: "The last number of the page before." }),
});
