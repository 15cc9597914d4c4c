import { and, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { inTenant, listInTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { links } from "@/db/schema/links";
import { contacts } from "@/db/schema/people";
import { projects } from "@/db/schema/projects";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { type HappeningKind, record } from "@/lib/events/record";
import type { Issued } from "@/lib/links/link";
import { type DocumentEnd, type DocumentKind, purposeOfDocument } from "@/lib/links/policy";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { type Progress, readProgress } from "@/lib/people/link-progress";
import { type Listed, listed, pageSize } from "@/lib/people/list-page";
import { sendFromOffice } from "@/lib/people/reach";
import { isUuid } from "@/lib/uuid";

export type Document = typeof documents.$inferSelect;
export type DocumentWords = { title: string; body: string };
export type NewDocument = DocumentWords & { kind: DocumentKind; contactId: string; projectId: string | null };

/** A document with the newest link of it to each address that it was sent to. */
export type SentDocument = Document & { sent: Progress[] };

/** How each kind of document may be over; from then on its links open nothing. */
export const endsOf = {
  contract: ["void"],
  scope: ["superseded"],
  selections: ["closed"],
  appointment: ["past", "cancelled"],
  invoice: ["paid", "void"],
  "service-report": ["withdrawn"],
} as const satisfies Record<DocumentKind, readonly DocumentEnd[]>;

/** Whose documents, from which on, and as of when. */
export type DocumentsAsked = { now: Date; after?: string | undefined } & (
  | { contactId: string }
  | { projectId: string }
);

/** One page of the documents of a client or of one project, the newest first. */
export async function listDocuments(
  scope: StaffScope,
  { now, after, ...whose }: DocumentsAsked,
): Promise<Listed<SentDocument>> {
  const which =
    "projectId" in whose
      ? eq(documents.projectId, whose.projectId)
      : eq(documents.contactId, whose.contactId);
  const older = after
    ? sql`(${documents.createdAt}, ${documents.id}) < (select d.created_at, d.id from documents d where d.id = ${after}::uuid)`
    : undefined;
  return listInTenant(scope, async (tx) => listed(await withProgress(tx, and(which, older), now)));
}

export async function readDocument(scope: StaffScope, id: string, now: Date): Promise<Outcome<SentDocument>> {
  if (!isUuid(id)) return refuse("not-found");
  return inTenant(scope, async (tx) => {
    const [found] = await withProgress(tx, eq(documents.id, id), now);
    return found ? done(found) : refuse("not-found");
  });
}

async function withProgress(tx: Tx, which: SQL | undefined, now: Date): Promise<SentDocument[]> {
  const rows = await tx
    .select()
    .from(documents)
    .where(which)
    .orderBy(desc(documents.createdAt), desc(documents.id))
    .limit(pageSize + 1);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const sent = await readProgress(tx, inArray(links.documentId, ids), now);
  return rows.map((row) => ({ ...row, sent: sent.filter(({ documentId }) => documentId === row.id) }));
}

/** Writes a document down for a client. Refuses a client who is not there, and a project of somebody else. */
export async function createDocument(scope: StaffScope, sent: NewDocument): Promise<Outcome<Document>> {
  return inTenant(scope, async (tx) => {
    const which = and(eq(contacts.id, sent.contactId), eq(contacts.kind, "client"));
    const [client] = await tx.select({ id: contacts.id }).from(contacts).where(which);
    if (!client) return refuse("not-found");
    if (sent.projectId && !(await isProjectOf(tx, sent.projectId, client.id))) {
      return refuse("invalid", { field: "projectId", sentence: "Choose one of this client’s projects." });
    }
    const [added] = await tx.insert(documents).values(sent).returning();
    if (!added) throw new Error("A document was not stored.");
    await tell(tx, scope, "document.created", added);
    return done(added);
  });
}

async function isProjectOf(tx: Tx, id: string, contactId: string): Promise<boolean> {
  const which = and(eq(projects.id, id), eq(projects.contactId, contactId));
  return (await tx.select({ id: projects.id }).from(projects).where(which)).length > 0;
}

/**
 * Changes a document that nobody was sent yet, and sends it where `to` names an address. Refuses one that somebody may have
 * read, or that is closed, and to send as `sendDocument` does: the words are saved all the same.
 */
export async function editDocument(
  scope: StaffScope,
  id: string,
  { title, body, to }: DocumentWords & { to?: string | undefined },
): Promise<Outcome<Document>> {
  return inTenant(scope, async (tx) => {
    const [changed] = await tx
      .update(documents)
      .set({ title, body })
      .where(and(eq(documents.id, id), isNull(documents.sentAt), isNull(documents.closedAt)))
      .returning();
    if (!changed) return (await isThere(tx, id)) ? sentAlready() : refuse("not-found");
    await tell(tx, scope, "document.edited", changed);
    const sent = to ? await sendIt(tx, scope, { documentId: id, address: to }) : done(null);
    return sent.ok ? done(changed) : sent;
  });
}

const sentAlready = () =>
  refuse("not-allowed-now", {
    sentence: "This was sent already, so it stays as it was sent. Close it, and write a new one.",
  });

/**
 * Closes a document as what it came to; its links are dead from the next request on. Closing it twice as the same is
 * closing it once. Refuses an end that its kind does not have, and another end than the one that it has.
 */
export async function closeDocument(
  scope: StaffScope,
  { id, as }: { id: string; as: DocumentEnd },
): Promise<Outcome<Document>> {
  const kinds = (Object.keys(endsOf) as DocumentKind[]).filter((kind) =>
    (endsOf[kind] as readonly DocumentEnd[]).includes(as),
  );
  return inTenant(scope, async (tx) => {
    const [closed] = await tx
      .update(documents)
      .set({ closedAt: sql`now()`, closedAs: as })
      .where(and(eq(documents.id, id), isNull(documents.closedAt), inArray(documents.kind, kinds)))
      .returning();
    if (closed) {
      await tell(tx, scope, "document.closed", closed);
      return done(closed);
    }
    const [there] = await tx.select().from(documents).where(eq(documents.id, id));
    if (!there) return refuse("not-found");
    return there.closedAs === as ? done(there) : refuse("not-allowed-now", { sentence: otherEnd });
  });
}

const otherEnd = "It can’t be closed as that. Look at where it stands now.";

/**
 * Sends a document to an address of its client, by the channel of that address; sending it again sends one more link.
 * Refuses a closed one, an inactive client, an address that is not theirs, and the fourth in an hour.
 */
export async function sendDocument(scope: StaffScope, sending: DocumentSending): Promise<Outcome<Issued>> {
  return inTenant(scope, (tx) => sendIt(tx, scope, sending));
}

type DocumentSending = { documentId: string; address: string };

async function sendIt(
  tx: Tx,
  scope: StaffScope,
  { documentId, address }: DocumentSending,
): Promise<Outcome<Issued>> {
  const [found] = await tx
    .select({ document: documents, contact: contacts })
    .from(documents)
    .innerJoin(contacts, eq(contacts.id, documents.contactId))
    .where(eq(documents.id, documentId))
    .for("no key update", { of: documents });
  if (!found) return refuse("not-found");
  const { document, contact } = found;
  if (document.closedAt) return refuse("not-allowed-now", { sentence: overAlready });
  const what = { purpose: purposeOfDocument[document.kind], document };
  return sendFromOffice(tx, scope, { contact, address }, what);
}

const overAlready = "This is closed, so it isn’t sent any more. Write a new one.";

const isThere = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.select({ id: documents.id }).from(documents).where(eq(documents.id, id))).length > 0;

function tell(tx: Tx, scope: StaffScope, kind: HappeningKind & `document.${string}`, document: Document) {
  const { id, contactId, kind: documentKind, title, closedAs } = document;
  return record(tx, {
    ...doerOf(scope),
    tenantId: scope.tenantId,
    kind,
    contactId,
    detail: { documentId: id, documentKind, title, ...(closedAs && { closedAs }) },
  });
}
