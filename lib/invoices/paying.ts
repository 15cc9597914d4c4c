import { z } from "zod";
import { parseCents } from "@/lib/money";

/** What a client sends about an invoice: parsed once at the edge, trusted inside. */

/** How much, as it is typed or as the button said it. */
export const payment = z.object({
  amount: z
    .string()
    .trim()
    .max(40)
    .transform((typed, context) => {
      const cents = parseCents(typed);
      if (cents) return cents;
      context.addIssue({ code: "custom", message: "Write how much you want to pay, as in 120.00." });
      return z.NEVER;
    }),
});

export const disagreement = z.object({
  words: z
    .string()
    .trim()
    .refine((words) => words !== "", "Write what is not right with it.")
    .max(2000, "That is longer than 2,000 characters."),
});
