import { z } from "zod";
import { mostTotalCents } from "@/lib/invoices/lines";
import { parseCents } from "@/lib/money";

/** What the office sends about money: parsed once at the edge, trusted inside. */

/** All that an invoice may come to may be recorded at once, and given back. */
const amount = z.string().transform((typed, context) => {
  const cents = parseCents(typed, mostTotalCents);
  if (cents) return cents;
  context.addIssue({ code: "custom", message: "Type an amount above nothing, like 120.00." });
  return z.NEVER;
});

const words = z.string().trim().max(500, "That is longer than 500 characters. Shorten it.");
const reason = words.min(1, "Say why.");

const whichDay = "Choose the day on which it was paid.";

/** What the form showed as left, in cents: another one may have come first with the same money. */
const left = z.coerce.number().int();

/** `paymentId` is made by the form, so that one that is sent twice is recorded once. */
export const recording = z.object({
  documentId: z.uuid(),
  paymentId: z.uuid(),
  left,
  amount,
  method: z.enum(["bank-transfer", "cash", "cheque", "card", "other"], "Choose how it was paid."),
  paidOn: z.iso.date(whichDay).refine((day) => day >= "2000", whichDay),
  note: words.default(""),
});

export const takingBack = z.object({ paymentId: z.uuid(), words: reason });

/** `refundId` is made by the form, for the same reason. */
export const refunding = z.object({
  paymentId: z.uuid(),
  refundId: z.uuid(),
  left,
  amount,
  words: words.default(""),
});
