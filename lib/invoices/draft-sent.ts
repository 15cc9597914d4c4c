import { z } from "zod";
import { dayOrNone } from "@/lib/documents/sent";
import { mostCents, readAmount } from "@/lib/money";
import type { NewLine } from "./lines";
import { readQuantity, readRate } from "./typed";

/** The form of an invoice’s draft: parsed once at the edge, trusted inside. */

const most = { words: 500, note: 300, unit: 30, taxName: 40 } as const;

/** What a tap in the draft's form does besides saving: to a line by its id, to all of them, or to an attached file by its. */
const acts = ["up", "down", "remove", "add", "paste", "take-off"] as const;
export type DraftAct = { act: (typeof acts)[number]; id: string };

export type SentDraft = {
  id: string;
  version: number;
  lines: (NewLine & { id: string })[];
  act: DraftAct | null;
  pasted: string;
  depositCents: number | null;
  depositDueOn: string | null;
  dueOn: string | null;
  takesParts: boolean;
};

const deposit = z.string().transform((typed, context) => {
  const cents = readAmount(typed);
  if (cents !== undefined && cents >= 0) return cents === 0 ? null : cents;
  context.addIssue({ code: "custom", message: "That isn’t an amount. Type it as 1200 or 1200.00." });
  return z.NEVER;
});

const base = z
  .object({
    id: z.uuid(),
    version: z.coerce.number().int().positive(),
    act: z.string().max(60).default(""),
    pasted: z.string().max(50_000, "That table is too long. Paste it in parts.").default(""),
    deposit: deposit.default(null),
    depositDueOn: dayOrNone,
    dueOn: dayOrNone,
    takesParts: z.literal("on").optional(),
  })
  .catchall(z.string());

/**
 * The draft's whole form: seven fields for each of its lines, by the line's id (`words.id`, `price.id` …). The order of the
 * lines is the order of the fields.
 */
export const draftForm = base.transform((sent, context): SentDraft => {
  const { id, version, act, pasted, deposit, depositDueOn, dueOn, takesParts, ...fields } = sent;
  if (depositDueOn && dueOn && depositDueOn > dueOn)
    context.addIssue({ code: "custom", message: depositLast, path: ["depositDueOn"] });
  return {
    ...{ id, version, pasted, dueOn, depositCents: deposit, depositDueOn },
    takesParts: takesParts === "on",
    act: actIn(act),
    lines: linesIn(fields, context),
  };
});

const depositLast = "The deposit is asked for first: choose a day that isn’t after the day of the rest.";

function linesIn(fields: Record<string, string>, context: z.RefinementCtx): SentDraft["lines"] {
  return Object.keys(fields).flatMap((name) => {
    const [what, id = ""] = name.split(".");
    if (what !== "words" || !z.uuid().safeParse(id).success) return [];
    return [lineIn(id, fields, context)];
  });
}

type Fields = Record<string, string>;

function lineIn(id: string, fields: Fields, context: z.RefinementCtx): NewLine & { id: string } {
  const typed = (what: string) => (fields[`${what}.${id}`] ?? "").replace(/\s+/g, " ").trim();
  const wrong = (what: string, message: string) =>
    context.addIssue({ code: "custom", message, path: [`${what}.${id}`] });
  const short = (what: keyof typeof most) => {
    const text = typed(what);
    if (text.length > most[what]) wrong(what, `That is longer than ${most[what]} characters.`);
    return text;
  };
  const read = (what: string, value: number | undefined, message: string) => {
    if (value === undefined) wrong(what, message);
    return value ?? 0;
  };
  return {
    id,
    words: short("words"),
    note: short("note"),
    quantityMilli: read("quantity", readQuantity(typed("quantity")), noQuantity),
    unit: short("unit"),
    unitCents: read("price", readAmount(typed("price")), noPrice),
    taxName: short("taxName"),
    taxMilliPercent: read("taxRate", readRate(typed("taxRate")), noRate),
  };
}

const noQuantity = "That isn’t a quantity. Type it as 4 or 1.5.";
const noPrice = `That isn’t a price. Type it as 780 or 780.00, a credit as −120.00, and no more than ${(mostCents / 100).toLocaleString("en-AU")}.`;
const noRate = "That isn’t a tax rate. Type it as 10 or 8.25.";

function actIn(typed: string): DraftAct | null {
  const [what, id = ""] = typed.split(":");
  const act = acts.find((each) => each === what);
  return act ? { act, id } : null;
}
