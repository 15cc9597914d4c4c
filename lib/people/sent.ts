import { z } from "zod";
import { normaliseEmail } from "./address";

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

export const propertyDetails = z.object({
  street: text(160).min(1, "The street is missing."),
  suburb: text(80).min(1, "The suburb is missing."),
  state: text(40).default(""),
  postcode: text(12).default(""),
  timeZone: maybe(60).refine((zone) => zone === null || isTimeZone(zone), "That isn’t a time zone."),
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
