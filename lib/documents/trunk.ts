import { and, desc, eq, isNull, notInArray, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { documentAnswers } from "@/db/schema/documents";
import { documents, officeWaits } from "@/db/schema/documents";
import { events } from "@/db/schema/events";
import { type DocumentScope, mayBeSeenBy } from "@/lib/auth/may-see";
import { type AtDocument, doerOf, type Scope, type StaffScope } from "@/lib/auth/scope";
import { type Happening, type HappeningKind, record } from "@/lib/events/record";
import type { DocumentKind } from "@/lib/links/policy";
import type { Occasion, Says } from "@/lib/links/send";
import { done, type Outcome, refuse } from "@/lib/outcome";

/** What every kind of document stands on: its trunk, the lock on it, and what it waits for. */

export type Document = typeof documents.$inferSelect;
export type Answer = (typeof documentAnswers)[number];
export type OfficeWait = (typeof officeWaits)[number];

/** What a kind of document has beyond its trunk, as far as the trunk must know of it. */
export type Kind = {
  /** Writes what a new draft has, for the member who begins it. */
  begin: (tx: Tx, document: Document, scope: StaffScope) => Promise<void>;
  /** Makes it ready for a message to that address, the first or another: what is sent, or why it can't be. The document is locked. */
  ready: (
    tx: Tx,
    scope: StaffScope,
    document: Document,
    address: string,
  ) => Promise<Outcome<{ occasion: Occasion; says?: Says; fileId?: string | null }>>;
  /** Writes into a new draft what another document has of this kind. */
  copy: (tx: Tx, from: Document, to: Document) => Promise<void>;
  /** Why it can’t be due on that day, or on none, in words; missing where any will do. The document is locked. */
  notDueOn?: (tx: Tx, document: Document, dueOn: string | null) => Promise<string | null>;
  /** What else is over with it, as the office closes it; missing where that is nothing. */
  over?: (tx: Tx, scope: StaffScope, document: Document) => Promise<void>;
};

/** Locks a document of a kind for a member. Refuses one that is not there, and one that is closed. */
export async function lockDocument(tx: Tx, id: string, kind: DocumentKind): Promise<Outcome<Document>> {
  const which = and(eq(documents.id, id), eq(documents.kind, kind));
  const [found] = await tx.select().from(documents).where(which).for("no key update");
  if (!found) return refuse("not-found");
  return found.closedAt ? refuse("not-allowed-now", { sentence: overForOffice }) : done(found);
}

export const overForOffice = "This is closed, so it stays as it is. Look at where it stands now.";

/** Locks a draft of a kind, as this version of it was read. Refuses as `lockDocument` does, one that was sent, and a stale one. */
export async function lockDraft(
  tx: Tx,
  kind: DocumentKind,
  { id, version }: { id: string; version: number },
): Promise<Outcome<Document>> {
  const locked = await lockDocument(tx, id, kind);
  if (!locked.ok) return locked;
  if (locked.value.sentAt) return refuse("not-allowed-now", { sentence: sentAlready });
  return locked.value.version === version ? locked : refuse("stale", { sentence: changedMeanwhile });
}

export const sentAlready =
  "This was sent already, so it stays as it was sent. Take it back, and write a new one.";
export const changedMeanwhile =
  "Somebody else changed this while you were writing, so your change was not saved. Look it over, and make it again.";

/** Locks the document that a client acts on. Refuses one that was not sent to them, and one that is over. */
export async function lockForClient(tx: Tx, scope: AtDocument<DocumentScope>): Promise<Outcome<Document>> {
  const which = and(eq(documents.id, scope.documentId), mayBeSeenBy(scope));
  const [found] = await tx.select().from(documents).where(which).for("no key update");
  if (!found) return refuse("not-found");
  return found.closedAt ? refuse("not-allowed-now", { sentence: overForClient }) : done(found);
}

const overForClient = "This is over, so nothing was changed. Reload to see where it stands now.";

/** The client’s side has answered: nothing more is asked of them, no reminder comes, and it is no matter what did not arrive. */
export async function answered(tx: Tx, documentId: string, as: Answer): Promise<void> {
  await tx
    .update(documents)
    .set({ answeredAt: sql`now()`, answeredAs: as })
    .where(eq(documents.id, documentId));
  await officeDid(tx, documentId, "undelivered");
}

/** An answer is asked for again. */
export async function unanswered(tx: Tx, documentId: string): Promise<void> {
  await tx.update(documents).set({ answeredAt: null, answeredAs: null }).where(eq(documents.id, documentId));
}

/** What goes on waiting as what it is where this comes to wait beside it; anything else makes way. */
const goesBefore: Partial<Record<OfficeWait, readonly OfficeWait[]>> = {
  question: officeWaits.filter((wait) => wait !== "undelivered"),
  "payment-failed": ["refund-failed"],
  disputed: ["refund-failed"],
};

/** The office has something to do with a document from now on: it stands under “Needs you”, as what goes before. */
export async function waitForOffice(tx: Tx, documentId: string, why: OfficeWait): Promise<void> {
  await tx
    .update(documents)
    .set({ waitsSince: sql`now()`, waitsFor: why })
    .where(
      and(
        eq(documents.id, documentId),
        or(isNull(documents.waitsFor), notInArray(documents.waitsFor, [...(goesBefore[why] ?? [])])),
      ),
    );
}

const isAsked = sql`exists (select 1 from document_questions q
  where q.document_id = ${documents.id} and q.answered_at is null)`;

const isRefundLeft = sql`${documents.waitsFor} = 'refund-failed'`;

/** What a document that is over goes on waiting for: a refund that did not arrive, the reply to a question, or nothing. */
export const leftToDo = {
  waitsSince: sql`case when ${isRefundLeft} or ${isAsked} then coalesce(${documents.waitsSince}, now()) end`,
  waitsFor: sql`case when ${isRefundLeft} then 'refund-failed' when ${isAsked} then 'question' end`,
};

/** A disagreement with an invoice waits until it is settled, whatever else was waited for meanwhile. */
const isDisputed = sql`(${documents.closedAt} is null and exists (select 1 from invoices i
  where i.document_id = ${documents.id} and i.disputed_at is not null))`;

/** The office has done it. An open disagreement and an open question go on waiting, unless they are what was done. */
export async function officeDid(tx: Tx, documentId: string, what: OfficeWait): Promise<void> {
  await tx
    .update(documents)
    .set({
      waitsSince: sql`case when ${isDisputed} or ${isAsked} then coalesce(${documents.waitsSince}, now()) end`,
      waitsFor: sql`case when ${isDisputed} then 'disputed' when ${isAsked} then 'question' end`,
    })
    .where(and(eq(documents.id, documentId), eq(documents.waitsFor, what)));
}

/** Counts one more change of a draft. */
export async function countChange(tx: Tx, documentId: string): Promise<void> {
  await tx
    .update(documents)
    .set({ version: sql`${documents.version} + 1` })
    .where(and(eq(documents.id, documentId), isNull(documents.closedAt)));
}

/**
 * Writes down that a document was changed, and what of it where that is more than its words: once for what one member
 * changes of the same in ten minutes on end, since a draft keeps itself after every word.
 */
export async function tellEdit(
  tx: Tx,
  scope: StaffScope,
  document: Document,
  changed: string | null = null,
): Promise<void> {
  const [last] = await tx
    .select({
      kind: events.kind,
      by: events.actorId,
      what: sql<string | null>`${events.detail} ->> 'changed'`,
      isNew: sql<boolean>`${events.at} > now() - interval '10 minutes'`,
    })
    .from(events)
    .where(eq(events.documentId, document.id))
    .orderBy(desc(events.id))
    .limit(1);
  const isSame =
    last?.kind === "document.edited" && last.by === scope.actor.memberId && last.what === changed;
  if (isSame && last.isNew) return;
  await tell(tx, scope, { kind: "document.edited", document, detail: changed ? { changed } : {} });
}

type Named = Pick<Document, "id" | "contactId" | "kind" | "title" | "closedAs">;
type Told = { kind: HappeningKind; document: Named; detail?: Happening["detail"]; linkId?: string | null };

/** Writes down what happened to a document. */
export function tell(tx: Tx, scope: Scope, { kind, document, detail, linkId }: Told): Promise<void> {
  const { id, contactId, kind: documentKind, title, closedAs } = document;
  const { actor } = scope;
  const letIn = actor.kind === "client" && actor.officeSawLink && { letInBy: "recovery" };
  const facts = { documentId: id, documentKind, title, ...(closedAs && { closedAs }), ...letIn, ...detail };
  const of = { tenantId: scope.tenantId, contactId, documentId: id, linkId: linkId ?? null };
  return record(tx, { ...doerOf(scope), ...of, kind, detail: facts });
}
