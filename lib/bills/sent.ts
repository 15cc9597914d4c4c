import { z } from "zod";
import { billStates } from "@/db/schema/work-orders";
import { isReadable } from "@/lib/auth/readable";
import { isUuid } from "@/lib/uuid";
import { tickOf } from "./acts";

/** What comes in about contractors' invoices: parsed once at the edge, trusted inside. */

const month = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/;

/** What the address of the list says; whatever is not understood is left out. */
export const billsAsked = z.object({
  state: z.enum(billStates).optional().catch(undefined),
  contractor: z.uuid().optional().catch(undefined),
  /** `2026-05` */
  month: z.string().regex(month).optional().catch(undefined),
  q: z
    .string()
    .trim()
    .max(200)
    .refine((words) => isReadable(words))
    .default("")
    .catch(""),
  /** Where the page before ended: `2026-05-03T02:00:00.123456Z~…`, a moment and an id. */
  after: z.string().refine(isCursor).optional().catch(undefined),
});

function isCursor(cursor: string): boolean {
  const [at = "", id = ""] = cursor.split("~");
  return at >= "1900" && at.length <= 30 && z.iso.datetime().safeParse(at).success && isUuid(id);
}

export type BillsAsked = z.output<typeof billsAsked>;

export const billOnly = z.object({ billId: z.uuid() });
export const billAsShown = billOnly.extend({ fileId: z.uuid() });

export const queryForm = billOnly.extend({
  version: z.coerce.number().int(),
  text: z
    .string()
    .trim()
    .min(1, "Write what you want to know first.")
    .max(1000, "That is longer than 1000 characters."),
});

const paidOn = z.iso.date().refine((day) => day >= "2000");
const reference = z.string().trim().max(140, "That is longer than 140 characters.").default("");

/** As many as a page of the list can name. */
const mostAtOnce = 200;

const ticked = (fields: Record<string, unknown>) =>
  Object.entries(fields).flatMap(([name, fileId]) => {
    const billId = name.startsWith(tickOf("")) ? name.slice(tickOf("").length) : "";
    const shown = billAsShown.safeParse({ billId, fileId });
    return shown.success ? [shown.data] : [];
  });

/** Several at once: which, and what is done with them. The day and the reference count for a payment alone. */
export const severalForm = z
  .looseObject({ act: z.enum(["approve", "pay"]), paidOn: z.string().default(""), reference })
  .transform((fields) => ({
    ...{ act: fields.act, paidOn: fields.paidOn, reference: fields.reference },
    bills: ticked(fields),
  }))
  .refine(({ bills }) => bills.length <= mostAtOnce, `At most ${mostAtOnce} at a time.`)
  .refine((sent) => sent.act !== "pay" || paidOn.safeParse(sent.paidOn).success, {
    path: ["paidOn"],
    message: "Choose the day on which they were paid.",
  });
