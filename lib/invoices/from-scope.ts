import { eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { orUndone } from "@/db/or-undone";
import { invoices } from "@/db/schema/invoices";
import { tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { beginDraft } from "@/lib/documents/document";
import { type Document, lockDocument } from "@/lib/documents/trunk";
import { amountWords, type MoneyLook, symbolOf } from "@/lib/money";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { groupsOf, totalCents as totalOfScope } from "@/lib/scopes/lines";
import { newestSent, readLines, readRevisions } from "@/lib/scopes/revision";
import type { ScopeLine } from "@/lib/scopes/views";
import { blankLine, mostLines, writeLines } from "./lines";
import { shareOf } from "./share";
import { draftMade, progressOf, progressWords } from "./source";
import { typedMilli } from "./typed";

/** How much of a scope is invoiced: all of it, so many thousandths of a per cent, or an amount before tax. */
export type Part =
  | { of: "all" }
  | { of: "percent"; milliPercent: number }
  | { of: "amount"; amountCents: number };

export type FromScope = { documentId: string; part: Part };

/**
 * A draft of an invoice with the lines of a scope that its client approved, each with its share of what is invoiced now. What
 * was invoiced before is not taken off: the draft says where that comes to more than the scope. As much of it asked for once
 * more is the same draft, as long as it is one. Refuses a scope that is not approved as it was last sent, and one that comes
 * to nothing.
 */
export function invoiceFromScope(
  scope: StaffScope,
  { documentId, part }: FromScope,
): Promise<Outcome<Document>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockDocument(tx, documentId, "scope");
    if (!locked.ok) return locked;
    const sent = newestSent(await readRevisions(tx, documentId));
    if (!sent?.approvedAt) return refuse("not-allowed-now", { sentence: notApproved });
    const lines = await readLines(tx, documentId, sent.number);
    if (totalOfScope(lines) <= 0) return refuse("not-allowed-now", { sentence: comesToNothing });
    const { contactId } = locked.value;
    const madeOf = [`revision ${sent.number}`, ...Object.values(part)].join(" ");
    const made = await draftMade(tx, { from: { scopeId: documentId }, contactId, madeOf });
    if (made) return done(made);
    return orUndone(tx, (inner) => begin(inner, scope, { from: locked.value, lines, part, madeOf }));
  });
}

const notApproved = "Its client hasn’t approved it as it was last sent, so there is nothing to invoice yet.";
const comesToNothing = "The scope comes to nothing, so there is nothing to invoice.";

type Beginning = { from: Document; lines: ScopeLine[]; part: Part; madeOf: string };

async function begin(
  tx: Tx,
  scope: StaffScope,
  { from, lines, part, madeOf }: Beginning,
): Promise<Outcome<Document>> {
  const { contactId, projectId, title } = from;
  const named = { kind: "invoice", title: titleOf(title, part), body: "" } as const;
  const begun = await beginDraft(tx, scope, { ...named, contactId, projectId });
  if (!begun.ok) return begun;
  const { id } = begun.value;
  const [tenant] = await tx.select({ currency: tenants.currency, locale: tenants.locale }).from(tenants);
  if (!tenant) throw new Error("A member’s business is gone.");
  const blank = await blankLine(tx);
  await tx.update(invoices).set({ scopeId: from.id, madeOf }).where(eq(invoices.documentId, id));
  await writeLines(
    tx,
    id,
    carried(lines, part, tenant).map((line) => ({ ...blank, ...line })),
  );
  return begun;
}

const titleOf = (title: string, part: Part) =>
  ({
    all: title,
    percent: `${title.slice(0, 150)}, ${part.of === "percent" ? typedMilli(part.milliPercent) : ""}%`,
    amount: `${title.slice(0, 150)}, progress`,
  })[part.of];

type Carried = { words: string; note: string; unitCents: number };

/** Each line with its share; where a scope has more lines than an invoice, each group of them as one. */
function carried(lines: ScopeLine[], part: Part, look: MoneyLook): Carried[] {
  const all = fitting(lines);
  const shares = shareOf(
    all.map(({ amountCents }) => amountCents),
    sumOf(part, totalOfScope(all)),
  );
  return all.map(({ group, words, amountCents }, at) => ({
    words,
    note: [group, partOf(part, amountWords(amountCents, look))].filter(Boolean).join(", "),
    unitCents: shares[at] ?? 0,
  }));
}

type Sum = Pick<ScopeLine, "group" | "words" | "amountCents">;

function fitting(lines: ScopeLine[]): Sum[] {
  if (lines.length <= mostLines) return lines;
  const groups = groupsOf(lines).map(({ name, lines: under }) => ({
    ...{ group: "", words: name || `${under.length} lines`, amountCents: totalOfScope(under) },
  }));
  const whole = { group: "", words: `${lines.length} lines of the scope`, amountCents: totalOfScope(lines) };
  return groups.length <= mostLines ? groups : [whole];
}

function sumOf(part: Part, totalCents: number): number {
  if (part.of === "amount") return part.amountCents;
  if (part.of === "all") return totalCents;
  return Number((BigInt(totalCents) * BigInt(part.milliPercent) + 50_000n) / 100_000n);
}

function partOf(part: Part, whole: string): string {
  if (part.of === "all") return "";
  return part.of === "percent" ? `${typedMilli(part.milliPercent)}% of ${whole}` : `part of ${whole}`;
}

/** For the page of a scope: how much of it was invoiced so far, and in what. */
export function readScopeProgress(
  scope: StaffScope,
  documentId: string,
): Promise<{ words: string; over: string | null; symbol: string }> {
  return inTenant(scope, async (tx) => {
    const [tenant] = await tx.select({ currency: tenants.currency, locale: tenants.locale }).from(tenants);
    if (!tenant) throw new Error("A member’s business is gone.");
    return { ...progressWords(await progressOf(tx, documentId), tenant), symbol: symbolOf(tenant) };
  });
}
