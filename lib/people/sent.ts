import { z } from "zod";
import { normaliseEmail, normalisePhone } from "./address";

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
      context.addIssue({ code: "custom", message: "That isn’t an e-mail address. Check it for a slip." });
    return address ?? null;
  });

const phone = z
  .string()
  .trim()
  .optional()
  .transform((typed, context) => {
    if (!typed) return null;
    const number = normalisePhone(typed);
    if (!number)
      context.addIssue({
        code: "custom",
        message: "That isn’t a phone number. Write it as you would dial it.",
      });
    return number ?? null;
  });

/** A checkbox sends "on" or nothing. */
const ticked = z
  .string()
  .optional()
  .transform((value) => value === "on");

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
