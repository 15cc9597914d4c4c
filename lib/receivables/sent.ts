import { z } from "zod";
import { isReadable } from "@/lib/auth/readable";
import { isUuid } from "@/lib/uuid";
import { ageNames } from "./ages";
import type { Days } from "./months";

/** What the addresses of the office's money say; whatever is not understood is left out. */

/** What the list may be narrowed to: open is all that is to be paid, be it late, paid in part or disputed. */
export const statuses = {
  draft: "Draft",
  open: "Open",
  overdue: "Overdue",
  "part-paid": "Part paid",
  disputed: "Disputed",
  paid: "Paid",
  void: "No longer applies",
} as const;

export type StatusAsked = keyof typeof statuses;

const month = z
  .string()
  .regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/)
  .optional()
  .catch(undefined);

/** A day that the database knows as well; nothing here is older. */
const day = z.iso.date().refine((on) => on >= "2000");

/** `2026-05-01..2026-05-07` */
const days = z
  .string()
  .optional()
  .transform((typed, context): Days | undefined => {
    const [from, until] = (typed ?? "").split("..").map((on) => day.safeParse(on));
    if (from?.success && until?.success && from.data <= until.data)
      return { from: from.data, until: until.data };
    if (typed) context.addIssue({ code: "custom" });
    return undefined;
  })
  .catch(undefined);

export const invoicesAsked = z.object({
  status: z
    .enum(Object.keys(statuses) as StatusAsked[])
    .optional()
    .catch(undefined),
  client: z.uuid().optional().catch(undefined),
  project: z.uuid().optional().catch(undefined),
  age: z.enum(ageNames).optional().catch(undefined),
  /** The days on which money came for them. */
  came: days,
  /** The month in which they were settled. */
  settled: month,
  q: z
    .string()
    .trim()
    .max(200)
    .refine((words) => isReadable(words))
    .default("")
    .catch(""),
  /** The last row of the page before. */
  after: z.uuid().optional().catch(undefined),
});

export type InvoicesAsked = z.output<typeof invoicesAsked>;

/** The same as an address writes it. */
export function addressOf({ came, ...asked }: Omit<InvoicesAsked, "after">): Record<string, string> {
  const all = { ...asked, came: came && `${came.from}..${came.until}` };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

export const moneyAsked = z.object({
  /** The day and the id of the last row of the late ones that was shown: `2026-01-03~…`. */
  after: z.string().refine(isLateCursor).optional().catch(undefined),
});

function isLateCursor(cursor: string): boolean {
  const [since = "", id = ""] = cursor.split("~");
  return day.safeParse(since).success && isUuid(id);
}
