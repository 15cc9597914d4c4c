import { z } from "zod";
import { instantIn } from "@/lib/dates";
import { parseCents } from "@/lib/money";
import { isUuid } from "@/lib/uuid";
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
  version: z.string().optional(),
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

const amount = z.string().transform((typed, context) => {
  const cents = parseCents(typed);
  if (cents === undefined) {
    context.addIssue({ code: "custom", message: "Type the invoice total in dollars, like 418.00." });
    return z.NEVER;
  }
  return cents;
});

const sentFile = z.union([z.instanceof(File), z.string()]).optional();

/** The "mark job done" form: an invoice with its file, either sent before (`fileId`) or now, and a note. */
export const invoiceForm = z.strictObject({
  version: z.string().optional(),
  file: sentFile,
  photo: sentFile,
  fileId: absent(z.uuid()),
  amount: z.string().optional(),
  number: optionalText(60, "An invoice number"),
  note: optionalText(mostNote, "A note"),
});

export const invoiceAmount = amount;

/** A file that the page sends ahead, with progress, before its form. */
export const stagedFile = z.strictObject({ file: z.instanceof(File, { message: "Choose a file first." }) });

/** An invoice through the API. */
export const invoiceUpload = z.strictObject({
  file: z
    .instanceof(File, { message: "Send the invoice as the field “file”." })
    .meta({ description: "PDF, JPEG, PNG, HEIC or WebP, at most 15 MB." }),
  amountCents: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000_000)
    .meta({ description: "The total in cents, tax included." }),
  number: optionalText(60, "An invoice number"),
  note: optionalText(mostNote, "A note"),
});

const cents = z
  .string()
  .trim()
  .optional()
  .transform((typed, context) => {
    if (!typed) return null;
    const value = parseCents(typed);
    if (value === undefined)
      context.addIssue({ code: "custom", message: "Type the cost ceiling in dollars, like 450.00." });
    return value ?? null;
  });

const named = (most: number, name: string) => text(most, name).min(1, `${name} is missing.`);
const nullable = (most: number, name: string) => optionalText(most, name).transform((value) => value ?? null);

/** The form of a new or changed work order; a property is chosen, or its own fields come along. */
export const orderForm = z.looseObject({
  orderId: absent(z.uuid()),
  version: absent(z.coerce.number().int()),
  title: named(120, "A title"),
  scope: text(5000, "The scope").default(""),
  trade: nullable(60, "A trade"),
  ceiling: cents,
  propertyId: absent(z.uuid()),
  photos: z
    .union([z.instanceof(File), z.array(z.instanceof(File))])
    .optional()
    .transform((sent) => (sent ? [sent].flat().filter(({ size }) => size > 0) : []))
    .refine((sent) => sent.length <= 8, "Eight photos at most."),
  next: z.enum(["save", "dispatch"]).default("save"),
});

export const dispatchForm = z.object({
  orderId: z.uuid(),
  version: z.coerce.number().int(),
  contractorId: z.uuid("Choose a contractor first."),
  channel: z.enum(["email", "sms"]),
  ceiling: cents,
  text: optionalText(mostQuestion, "A reply"),
});

export const answerForm = z.object({ orderId: z.uuid(), text: named(mostQuestion, "A reply") });
export const cancelForm = z.object({
  orderId: z.uuid(),
  version: z.coerce.number().int(),
  reason: text(mostReason, "A reason").default(""),
});
export const channelForm = z.object({ orderId: z.uuid(), channel: z.enum(["email", "sms"]) });
export const orderOnly = z.object({ orderId: z.uuid() });
export const invoiceOnly = z.object({ invoiceId: z.uuid() });

/** A work order through the API: money in cents. */
export const newOrder = z.strictObject({
  title: named(120, "A title"),
  scope: text(5000, "The scope").default(""),
  trade: text(60, "A trade").nullable().default(null),
  propertyId: z.uuid(),
  ceilingCents: z.number().int().min(0).max(1_000_000_000).nullable().default(null),
});

export const newDispatch = z.strictObject({
  version: z
    .number()
    .int()
    .meta({ description: "The order's version as it was read; another one is refused as stale." }),
  contractorId: z.uuid(),
  channel: z.enum(["email", "sms"]),
  ceilingCents: z.number().int().min(0).max(1_000_000_000).nullable().default(null),
});

export const newCancellation = z.strictObject({
  version: z.number().int(),
  reason: text(mostReason, "A reason").default(""),
});
export const newAnswer = z.strictObject({ text: named(mostQuestion, "A reply") });
export const orderQuery = z.strictObject({
  q: z.string().max(200).optional(),
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

/** `attention~instant~id` of the last row that was shown, as the database wrote them. */
const laneCursor = z.string().refine(isCursor).optional().catch(undefined);

function isCursor(cursor: string): boolean {
  const [attention = "", at = "", id = ""] = cursor.split("~");
  const instantText = at.replace(" ", "T").replace(/[+-]\d{2}$/, "$&:00");
  return /^\d$/.test(attention) && /^[12]/.test(at) && instant.safeParse(instantText).success && isUuid(id);
}

/** What an inbox's address says; whatever is not understood is left out. */
export const inboxFilter = z.object({
  contractor: z.uuid().optional().catch(undefined),
  trade: z.string().min(1).max(60).optional().catch(undefined),
  mine: z
    .string()
    .optional()
    .catch(undefined)
    .transform((value) => value === "1"),
  "needs-you": laneCursor,
  "in-motion": laneCursor,
  done: laneCursor,
});
