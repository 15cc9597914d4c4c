import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { orUndone } from "@/db/or-undone";
import { documents } from "@/db/schema/documents";
import { invoiceFiles, invoices } from "@/db/schema/invoices";
import type { StaffScope } from "@/lib/auth/scope";
import { countChange, type Document, lockDraft, tellEdit } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isUuid } from "@/lib/uuid";
import type { SentDraft } from "./draft-sent";
import { blankLine, isBlank, mostLines, mostTotalCents, type NewLine, writeLines } from "./lines";
import { readPasted } from "./paste";
import { readLines } from "./read";
import { totalOf } from "./total";

/**
 * Keeps a draft as its form has it, and does what was tapped in it; a file that is taken off is on the record. Refuses one
 * that was sent, a form that was filled in before another's change, more lines than an invoice has, and a total beyond
 * `mostTotalCents`; then nothing was changed.
 */
export function saveInvoice(scope: StaffScope, sent: SentDraft): Promise<Outcome<Document>> {
  return inTenant(scope, (tx) => orUndone(tx, (inner) => save(inner, scope, sent)));
}

async function save(tx: Tx, scope: StaffScope, sent: SentDraft): Promise<Outcome<Document>> {
  const locked = await lockDraft(tx, "invoice", sent);
  if (!locked.ok) return locked;
  const { id } = locked.value;
  const lines = afterAct(await ownLines(tx, sent), sent, await blankLine(tx));
  if (!lines.ok) return lines;
  if (lines.value.length > mostLines)
    return refuse("not-allowed-now", { sentence: tooMany(lines.value.length) });
  if (Math.abs(totalOf(lines.value).totalCents) > mostTotalCents)
    return refuse("not-allowed-now", { sentence: tooMuch });
  await writeLines(tx, id, lines.value);
  const { depositCents, depositDueOn, takesParts, dueOn } = sent;
  await tx
    .update(invoices)
    .set({ depositCents, depositDueOn: depositCents === null ? null : depositDueOn, takesParts })
    .where(eq(invoices.documentId, id));
  await tx.update(documents).set({ dueOn }).where(eq(documents.id, id));
  await countChange(tx, id);
  const takenOff = await takeOff(tx, sent);
  await tellEdit(tx, scope, locked.value, takenOff && `${takenOff} taken off`);
  return locked;
}

const tooMany = (count: number) =>
  `An invoice has at most ${mostLines} lines, and this would make ${count}. Remove some, then add more.`;
const tooMuch = "That comes to more than a hundred million. Look over its prices and quantities.";

/** Takes an attached file off, and answers with what it was called; null where nothing is to be taken off, or is there. */
async function takeOff(tx: Tx, { id, act }: SentDraft): Promise<string | null> {
  if (act?.act !== "take-off" || !isUuid(act.id)) return null;
  const which = and(eq(invoiceFiles.documentId, id), eq(invoiceFiles.fileId, act.id));
  const [taken] = await tx.delete(invoiceFiles).where(which).returning({ title: invoiceFiles.title });
  return taken?.title ?? null;
}

type Line = NewLine & { id: string };

/** A line that is not this invoice's gets an id of its own: nothing of another one is written over. */
async function ownLines(tx: Tx, { id, lines }: SentDraft): Promise<Line[]> {
  const known = new Set((await readLines(tx, id)).map((line) => line.id));
  return lines.map((line) => (known.has(line.id) ? line : { ...line, id: randomUUID() }));
}

/** The lines as they are after the tap; where the last one was taken out, another to write in. */
function afterAct(lines: Line[], { act, pasted }: SentDraft, blank: NewLine): Outcome<NewLine[]> {
  if (act?.act === "paste") return withPasted(lines, pasted, blank);
  const after = act && act.act !== "take-off" ? acts[act.act](lines, act.id, blank) : lines;
  return done(after.length > 0 ? after : [blank]);
}

type Act = (lines: Line[], id: string, blank: NewLine) => NewLine[];

const acts: Record<"up" | "down" | "remove" | "add", Act> = {
  up: (lines, id) => moved(lines, id, -1),
  down: (lines, id) => moved(lines, id, 1),
  remove: (lines, id) => lines.filter((line) => line.id !== id),
  add: (lines, _, blank) => [...lines, blank],
};

function moved(lines: Line[], id: string, by: 1 | -1): Line[] {
  const from = lines.findIndex((line) => line.id === id);
  const [line, other] = [lines[from], lines[from + by]];
  return line && other ? lines.with(from, other).with(from + by, line) : lines;
}

/** Pasted lines come last, and what nobody has written yet makes room for them. */
function withPasted(lines: Line[], pasted: string, blank: NewLine): Outcome<NewLine[]> {
  const read = readPasted(pasted);
  if (!read.ok) return read;
  return done([
    ...lines.filter((line) => !isBlank(line)),
    ...read.value.map((row) => ({ ...blank, ...row })),
  ]);
}
