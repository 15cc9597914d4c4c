import { z } from "zod";

/** What comes in about bank details: parsed once at the edge, trusted inside. */

const tooLong = "That is longer than 120 characters.";
const name = z.string().transform((typed) => typed.replace(/\s+/g, " ").trim());
const number = z.string().max(60, "That is longer than 60 characters.");

export const detailsForm = z.object({
  accountName: name.pipe(z.string().min(1, "Write the name that the account is in.").max(120, tooLong)),
  bankName: name.pipe(z.string().max(120, tooLong)).default(""),
  routing: number.default(""),
  accountNumber: number,
});

/** `accountNumber`: typed once more, from what the bank wrote. */
export const confirmForm = z.object({ id: z.uuid(), accountNumber: number });

export const which = z.object({ id: z.uuid() });

/** What the address of the page says: the last of the past ones that the page before showed. */
export const bankAsked = z.object({ after: z.uuid().optional().catch(undefined) });
