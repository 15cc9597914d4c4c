import { and, asc, desc, eq, exists, isNotNull, isNull, not, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { scopeComments, scopeLines, scopeRevisions } from "@/db/schema/scopes";
import type { StaffScope } from "@/lib/auth/scope";
import { type Document, lockDocument, officeDid, tell, tellEdit, unanswered } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isBlank, numbersOf } from "./lines";
import type { ScopeLine } from "./views";

/**
 * A scope's revisions: the newest may be a draft, every other was sent and stays as it was sent. None is ever deleted, since
 * nobody may delete what was sent: a later draft has one line at the least, and one without any was discarded.
 */

export type Revision = typeof scopeRevisions.$inferSelect;

/** The newest first, without one that was discarded. */
export function readRevisions(tx: Tx, documentId: string): Promise<Revision[]> {
  const { number, sentAt } = scopeRevisions;
  const hasLines = exists(
    tx
      .select({ key: scopeLines.key })
      .from(scopeLines)
      .where(and(eq(scopeLines.documentId, documentId), eq(scopeLines.revision, number))),
  );
  const isThere = or(isNotNull(sentAt), eq(number, 1), hasLines);
  return tx
    .select()
    .from(scopeRevisions)
    .where(and(eq(scopeRevisions.documentId, documentId), isThere))
    .orderBy(desc(number));
}

export const newestSent = (revisions: Revision[]) => revisions.find(({ sentAt }) => sentAt !== null);

export const isOf = (documentId: string, number: number) =>
  and(eq(scopeLines.documentId, documentId), eq(scopeLines.revision, number));

/** The lines of one revision, in their order. */
export function readLines(tx: Tx, documentId: string, number: number): Promise<ScopeLine[]> {
  const { key, group, words, amountCents } = scopeLines;
  return tx
    .select({ key, group, words, amountCents })
    .from(scopeLines)
    .where(isOf(documentId, number))
    .orderBy(asc(scopeLines.place));
}

/** The lines of any revision, by its number. */
export async function readAllLines(tx: Tx, documentId: string): Promise<(revision: number) => ScopeLine[]> {
  const { key, group, words, amountCents, revision } = scopeLines;
  const rows = await tx
    .select({ key, group, words, amountCents, revision })
    .from(scopeLines)
    .where(eq(scopeLines.documentId, documentId))
    .orderBy(asc(scopeLines.revision), asc(scopeLines.place));
  return (number) => rows.filter((row) => row.revision === number);
}

/** The numbers of the revisions before one, the newest first. */
export const before = (revisions: Revision[], { number }: Pick<Revision, "number">): number[] =>
  revisions.map((each) => each.number).filter((each) => each < number);

/** Puts these lines in place of what the draft had. The caller has locked the document and knows that it is a draft. */
export async function writeLines(
  tx: Tx,
  { documentId, number }: Pick<Revision, "documentId" | "number">,
  lines: ScopeLine[],
): Promise<void> {
  await tx.delete(scopeLines).where(isOf(documentId, number));
  if (lines.length === 0) return;
  await tx
    .insert(scopeLines)
    .values(lines.map((line, place) => ({ ...line, documentId, revision: number, place })));
}

/**
 * Begins the next revision as a draft with the lines of the newest; where one is begun already, that one goes on. Refuses a
 * scope that was never sent, whose draft is its first revision, and what `lockDocument` refuses.
 */
export async function beginRevision(
  tx: Tx,
  scope: StaffScope,
  documentId: string,
): Promise<Outcome<Revision>> {
  const locked = await lockDocument(tx, documentId, "scope");
  if (!locked.ok) return locked;
  const [newest] = await readRevisions(tx, documentId);
  if (!newest) throw new Error("A scope has no revision.");
  if (!newest.sentAt) return done(newest);
  const next = { documentId, number: newest.number + 1 };
  await tx.insert(scopeRevisions).values(next).onConflictDoNothing();
  await writeLines(tx, next, await readLines(tx, documentId, newest.number));
  const [begun] = await readRevisions(tx, documentId);
  if (begun?.number !== next.number) throw new Error("A revision was not stored.");
  await tellEdit(tx, scope, locked.value, "a new revision begun");
  return done(begun);
}

/**
 * Seals a draft: from now on it stays as it is, and it takes the place of the one before. An answer is asked for again, and
 * comments that were not sent yet go with their lines. The document is locked. Refuses one without a line, or with an
 * amount that has no words.
 */
export async function seal(
  tx: Tx,
  scope: StaffScope,
  document: Document,
  draft: Revision,
): Promise<Outcome<Revision>> {
  const { documentId, number } = draft;
  const lines = (await readLines(tx, documentId, number)).filter((line) => !isBlank(line));
  if (lines.length === 0) return refuse("not-allowed-now", { sentence: noLines });
  const numbers = numbersOf(lines);
  const wordless = lines.find(({ words }) => words === "");
  if (wordless) return refuse("not-allowed-now", { sentence: noWords(numbers.get(wordless.key)) });
  await writeLines(tx, draft, lines);
  const [sealed] = await tx
    .update(scopeRevisions)
    .set({ sentAt: sql`now()` })
    .where(and(isRevision(draft), isNull(scopeRevisions.sentAt)))
    .returning();
  if (!sealed) throw new Error("A draft was sealed twice.");
  if (number > 1) await takePlace(tx, scope, document, number);
  return done(sealed);
}

const noLines = "Write at least one line first. Then it can be sent.";
const noWords = (number = "") =>
  `Line ${number} has an amount and no words. Say what it is for, then send it.`;

export const isRevision = ({ documentId, number }: Pick<Revision, "documentId" | "number">) =>
  and(eq(scopeRevisions.documentId, documentId), eq(scopeRevisions.number, number));

async function takePlace(tx: Tx, scope: StaffScope, document: Document, number: number): Promise<void> {
  await unanswered(tx, document.id);
  await officeDid(tx, document.id, "changes");
  await takeComments(tx, document.id, number);
  await tell(tx, scope, { kind: "document.sent-anew", document, detail: { revision: number } });
}

/** What was approved was approved as it is: a comment that was left unsent there goes no further. */
async function takeComments(tx: Tx, documentId: string, number: number): Promise<void> {
  const hasLine = sql`exists (select 1 from scope_lines l where l.document_id = ${documentId} and l.revision = ${number}
    and l.key = ${scopeComments.lineKey})`;
  const isLeft = sql`exists (select 1 from scope_revisions r where r.document_id = ${documentId}
    and r.number = ${scopeComments.revision} and r.approved_at is not null)`;
  await tx
    .update(scopeComments)
    .set({ revision: number })
    .where(and(eq(scopeComments.documentId, documentId), isNull(scopeComments.sentAt), hasLine, not(isLeft)));
}
