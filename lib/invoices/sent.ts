import { z } from "zod";
import { readAmount } from "@/lib/money";
import type { Part } from "./from-scope";
import { mostNumber } from "./number";
import { readRate } from "./typed";

/** What comes in about invoices beside their draft: parsed once at the edge, trusted inside. */

const said = (missing: string) =>
  z.string().trim().min(1, missing).max(1000, "That is longer than 1,000 characters. Shorten it.");

export const voidForm = z.strictObject({ id: z.uuid(), reason: said("Say why. The client reads it.") });

export const settling = z.strictObject({ id: z.uuid(), words: said("Write to them what you settled.") });

/** Which scope, and how much of it. */
export const fromScopeForm = z
  .object({
    documentId: z.uuid(),
    part: z.enum(["all", "percent", "amount"], "Choose how much of it."),
    percent: z.string().default(""),
    amount: z.string().default(""),
  })
  .transform(({ documentId, ...sent }, context) => {
    const part = partOf(sent);
    if (typeof part !== "string") return { documentId, part };
    context.addIssue({ code: "custom", message: part, path: [sent.part] });
    return z.NEVER;
  });

type SentPart = { part: Part["of"]; percent: string; amount: string };

/** How much it is; in words, why that can't be told. */
function partOf({ part, percent, amount }: SentPart): Part | string {
  if (part === "all") return { of: "all" };
  if (part === "percent") {
    const milliPercent = readRate(percent);
    return milliPercent ? { of: "percent", milliPercent } : "Type a percentage from 0.001 to 100.";
  }
  const amountCents = readAmount(amount);
  return amountCents && amountCents > 0
    ? { of: "amount", amountCents }
    : "Type an amount above nothing, like 1200 or 1200.00.";
}

export const fromOrderForm = z
  .object({
    number: z.coerce.number<string>().int().positive().max(mostNumber),
    contactId: z.uuid("Choose the client it is for."),
    markUp: z.string().default(""),
  })
  .transform(({ markUp, ...which }, context) => {
    const markUpMilliPercent = readRate(markUp);
    if (markUpMilliPercent !== undefined) return { ...which, markUpMilliPercent };
    const message = "Type a percentage up to 100, or leave it empty.";
    context.addIssue({ code: "custom", message, path: ["markUp"] });
    return z.NEVER;
  });

export const settingsForm = z
  .object({
    prefix: z
      .string()
      .trim()
      .max(12, "At most 12 characters.")
      .regex(/^[\p{L}\p{N}/_.-]*$/u, "Letters, figures and - / . _ only."),
    next: z.coerce
      .number<string>("Type a number.")
      .int("Type a whole number.")
      .min(1, "Type a number from 1 on.")
      .max(mostNumber, "That number is too long."),
    termsDays: z.coerce
      .number<string>("Type a number of days.")
      .int("Type a whole number of days.")
      .min(0, "Type 0 or more days.")
      .max(365, "At most 365 days."),
    taxName: z.string().trim().max(40, "At most 40 characters."),
    businessNumber: z
      .string()
      .transform((typed) => typed.replace(/\s+/g, " ").trim() || null)
      .pipe(z.string().max(40, "At most 40 characters.").nullable()),
    taxRate: z.string().transform((typed, context) => {
      const milli = readRate(typed);
      if (milli === undefined)
        context.addIssue({ code: "custom", message: "Type a rate from 0 to 100, like 8.25." });
      return milli ?? 0;
    }),
  })
  .transform(({ taxRate, ...settings }) => ({ ...settings, taxMilliPercent: taxRate }));

export const accountForm = z.object({
  account: z
    .string()
    .trim()
    .transform((typed) => typed || null)
    .refine((id) => id === null || /^acct_[A-Za-z0-9]{8,60}$/.test(id), {
      message: "An account at Stripe begins with acct_. Copy it from Stripe’s settings.",
    }),
});
