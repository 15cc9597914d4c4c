import { z } from "zod";
import { documentForm } from "@/lib/documents/sent";

/** What comes in about appointments: parsed once at the edge, trusted inside. */

const instant = z.iso.datetime({ offset: true }).transform((at) => new Date(at));

/** What the client's page showed: the time, none while they choose one, and the count of its changes. */
const seen = {
  startsAt: z.union([instant, z.literal("").transform(() => null)]),
  sequence: z.coerce.number().int().min(0),
};

export const confirmTap = z.object(seen);
/** `slot` is when the chosen free time starts. */
export const moveTap = z.object({ ...seen, slot: instant });
export const cancelTap = z.object({
  ...seen,
  reason: z.string().trim().max(500, "That is longer than 500 characters.").default(""),
});

/** Which free times a page shows, and whether it asks about cancelling; whatever is not understood is left out. */
export const appointmentAsked = z.object({
  from: z.iso.date().optional().catch(undefined),
  do: z.literal("cancel").optional().catch(undefined),
  kept: z.uuid().optional().catch(undefined),
});

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "Write a time such as 09:00.");
const day = z.iso.date("Choose the day.");
const crewId = z.uuid("Choose the crew.");

/** What an office may let a client choose from: how long the window of an arrival is, in minutes. */
export const windows = [30, 60, 90, 120, 180, 240] as const;

const draftRest = {
  ...documentForm.pick({ id: true, version: true, title: true, body: true }).shape,
  crewId,
  place: z.string().trim().max(200, "That is longer than 200 characters.").default(""),
  stays: z.string().trim().max(80, "That is longer than 80 characters.").default(""),
  zone: z.string().refine(isTimeZone, "That isn’t a time zone."),
  windowMinutes: z.coerce.number().pipe(z.literal(windows, "Choose one of these.")),
};

/** A draft with its words: a time that the office proposes, or that the client picks one. */
export const appointmentDraft = z.discriminatedUnion("how", [
  z.object({ ...draftRest, how: z.literal("proposed"), day, from: clock, to: clock }),
  z.object({ ...draftRest, how: z.literal("choosing") }),
]);

export const officeMove = z.object({
  id: z.uuid(),
  sequence: z.coerce.number().int().min(0),
  crewId,
  day,
  from: clock,
  to: clock,
});

const noTime = z.literal("").transform(() => null);
const opening = z.union([clock, noTime], "Write a time such as 09:00.").default(null);

/** The hours of a week, two fields a day, and the notice in hours. */
export const hoursForm = z.object({
  ...Object.fromEntries(
    ["1", "2", "3", "4", "5", "6", "7"].flatMap((each) => [
      [`opens${each}`, opening],
      [`closes${each}`, opening],
    ]),
  ),
  noticeHours: z.coerce
    .number("Write how many hours.")
    .int("Write a whole number of hours.")
    .min(0, "Notice can’t be less than no hours.")
    .max(336, "The most is 336 hours, two weeks."),
});

const crewName = z
  .string()
  .min(1, "Write what the crew is called.")
  .max(80, "That is longer than 80 characters.");

/** Spaces between words count as one: what looks the same in a list is the same name. */
export const crewForm = z.object({
  id: z.uuid().optional(),
  name: z
    .string()
    .transform((typed) => typed.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(crewName),
});

export const crewSwitch = z.object({ id: z.uuid(), active: z.stringbool() });

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}
