import { z } from "zod";
import { dayOrNone } from "@/lib/documents/sent";
import { readAmount } from "@/lib/money";
import type { ScopeLine } from "./views";

/** What comes in about scopes: parsed once at the edge, trusted inside. */

const mostWords = 500;
const mostGroup = 120;
const mostComment = 1000;

/** What a tap in the draft's form does besides saving: to a line by its key, or to all of them. */
const acts = ["up", "down", "remove", "add", "group", "paste", "send"] as const;
export type DraftAct = { act: (typeof acts)[number]; key: string };

export type SentDraft = {
  id: string;
  version: number;
  lines: ScopeLine[];
  act: DraftAct | null;
  pasted: string;
  /** The day by which an answer is asked for, where it is sent. */
  answerBy: string | null;
};

const base = z
  .object({
    id: z.uuid(),
    version: z.coerce.number().int().positive(),
    act: z.string().max(60).default(""),
    answerBy: dayOrNone,
    pasted: z.string().max(50_000, "That table is too long. Paste it in parts.").default(""),
  })
  .catchall(z.string());

/**
 * The draft's whole form: a field for the name of each group, and after it two for each of its lines, by the line's key
 * (`group.n`, `words.key`, `amount.key`). Their order is the order of the fields.
 */
export const draftForm = base.transform((sent, context): SentDraft => {
  const { id, version, act, pasted, answerBy, ...fields } = sent;
  return { id, version, lines: linesIn(fields, context), act: actIn(act), pasted, answerBy };
});

function linesIn(fields: Record<string, string>, context: z.RefinementCtx): ScopeLine[] {
  const lines: ScopeLine[] = [];
  let group = "";
  for (const [name, typed] of Object.entries(fields)) {
    const [what, key = ""] = name.split(".");
    const text = typed.replace(/\s+/g, " ").trim();
    if (what === "group") group = short(text, mostGroup, name, context);
    if (what !== "words" || !z.uuid().safeParse(key).success) continue;
    const amountCents = readAmount(fields[`amount.${key}`] ?? "");
    if (amountCents === undefined) {
      context.addIssue({ code: "custom", message: noAmount(text), path: [`amount.${key}`] });
    }
    lines.push({ key, group, words: short(text, mostWords, name, context), amountCents: amountCents ?? 0 });
  }
  return lines;
}

function short(text: string, most: number, name: string, context: z.RefinementCtx): string {
  if (text.length > most) {
    context.addIssue({ code: "custom", message: `That is longer than ${most} characters.`, path: [name] });
  }
  return text;
}

const noAmount = (words: string) =>
  `${words ? `“${words.slice(0, 40)}”: that` : "That"} isn’t an amount. Type it as 780 or 780.00, a credit as −120.00.`;

function actIn(typed: string): DraftAct | null {
  const [what, key = ""] = typed.split(":");
  const act = acts.find((each) => each === what);
  return act ? { act, key } : null;
}

export const revising = z.strictObject({ documentId: z.uuid() });

/** A begun revision, as it was shown. */
export const discarding = z.strictObject({ id: z.uuid(), version: z.coerce.number().int().positive() });

export const replying = z.strictObject({
  documentId: z.uuid(),
  line: z.uuid(),
  words: z
    .string()
    .trim()
    .min(1, "Write your reply first.")
    .max(mostComment, "A reply has at most 1,000 characters. Shorten it."),
});

const revision = z.coerce.number().int().positive();

/** What the page showed beside the line, so that it shows the same again, or shows next: an older revision's number, or 0 for none. */
const compare = z.coerce.number().int().nonnegative().optional();

export const commenting = z.object({
  line: z.uuid(),
  revision,
  words: z
    .string()
    .trim()
    .max(mostComment, "A comment has at most 1,000 characters. Shorten it, and save it again.")
    .default(""),
  act: z.enum(["save", "discard"]).default("save"),
  compare,
  next: z.uuid().optional(),
  show: compare,
});

/** The revision that the page showed: an answer is to that one and no other. */
export const answering = z.object({ revision });
