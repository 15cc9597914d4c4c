import { and, desc, eq, inArray, isNotNull, isNull, not, type SQL, sql } from "drizzle-orm";
import { inTenant, listInTenant, type Tx } from "@/db/client";
import { contractSignees } from "@/db/schema/contracts";
import { documents } from "@/db/schema/documents";
import { invoices } from "@/db/schema/invoices";
import { links } from "@/db/schema/links";
import { contacts } from "@/db/schema/people";
import { projects } from "@/db/schema/projects";
import type { StaffScope } from "@/lib/auth/scope";
import type { DocumentEnd, DocumentKind } from "@/lib/links/policy";
import { done, type Outcome, type Refusal, refuse } from "@/lib/outcome";
import { type Progress, readProgress } from "@/lib/people/link-progress";
import { type Listed, listed, pageSize } from "@/lib/people/list-page";
import { isUuid } from "@/lib/uuid";
import { kinds } from "./kinds";
import { sendIt } from "./send";
import { changedMeanwhile, type Document, leftToDo, sentAlready, tell, tellEdit } from "./trunk";

export type DocumentWords = { title: string; body: string };
export type NewDocument = DocumentWords & {
  kind: DocumentKind;
  contactId: string;
  projectId: string | null;
  dueOn?: string | null;
};
/** A draft as somebody read it, and where to send it if it is to be sent at once. */
export type DocumentEdit = DocumentWords & { version: number; to?: string | undefined };

/** A client’s person who signs a contract, in the order in which they do. */
type Signee = { name: string; hasSigned: boolean };

/** How the money of an invoice stands, as far as a list tells it. */
type Money = Pick<typeof invoices.$inferSelect, "paidCents" | "pendingCents">;

/** A document with the newest link of it to each address that it was sent to, who signs it, and what of its money is here. */
export type SentDocument = Document & { sent: Progress[]; signees: Signee[]; money: Money | null };

/** How the office may end each kind of document; from then on its links open nothing. An invoice is paid by money alone. */
export const endsOf = {
  contract: ["void"],
  scope: ["withdrawn"],
  selections: ["closed", "withdrawn"],
  appointment: ["cancelled"],
  invoice: ["void"],
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
  const contracts = rows.filter(({ kind }) => kind === "contract").map(({ id }) => id);
  const signees = contracts.length > 0 ? await readSignees(tx, contracts) : [];
  const billed = rows.filter(({ kind }) => kind === "invoice").map(({ id }) => id);
  const money = billed.length > 0 ? await readMoney(tx, billed) : [];
  const of = (id: string) => (each: { documentId: string | null }) => each.documentId === id;
  return rows.map((row) => ({
    ...row,
    sent: sent.filter(of(row.id)),
    signees: signees.filter(of(row.id)),
    money: money.find(of(row.id)) ?? null,
  }));
}

function readMoney(tx: Tx, ids: string[]): Promise<(Money & { documentId: string })[]> {
  const { documentId, paidCents, pendingCents } = invoices;
  return tx.select({ documentId, paidCents, pendingCents }).from(invoices).where(inArray(documentId, ids));
}

function readSignees(tx: Tx, contracts: string[]): Promise<(Signee & { documentId: string })[]> {
  const { documentId, name, confirmedAt, contactId, place } = contractSignees;
  return tx
    .select({ documentId, name, hasSigned: sql<boolean>`${confirmedAt} is not null` })
    .from(contractSignees)
    .where(and(inArray(documentId, contracts), isNotNull(contactId)))
    .orderBy(place, name);
}

/** Writes a document down for a client. Refuses a client who is not there, and a project of somebody else. */
export async function createDocument(scope: StaffScope, sent: NewDocument): Promise<Outcome<Document>> {
  return inTenant(scope, (tx) => beginDraft(tx, scope, sent));
}

/** The same, in the caller's transaction. Whoever writes it looks after it. */
export async function beginDraft(tx: Tx, scope: StaffScope, sent: NewDocument): Promise<Outcome<Document>> {
  const which = and(eq(contacts.id, sent.contactId), eq(contacts.kind, "client"));
  const [client] = await tx.select({ id: contacts.id }).from(contacts).where(which);
  if (!client) return refuse("not-found");
  if (sent.projectId && !(await isProjectOf(tx, sent.projectId, client.id)))
    return refuse("invalid", { field: "projectId", sentence: "Choose one of this client’s projects." });
  const values = { ...sent, memberId: scope.actor.memberId };
  const [added] = await tx.insert(documents).values(values).returning();
  if (!added) throw new Error("A document was not stored.");
  await kinds[added.kind].begin(tx, added, scope);
  await tell(tx, scope, { kind: "document.created", document: added });
  return done(added);
}

async function isProjectOf(tx: Tx, id: string, contactId: string): Promise<boolean> {
  const which = and(eq(projects.id, id), eq(projects.contactId, contactId));
  return (await tx.select({ id: projects.id }).from(projects).where(which)).length > 0;
}

/**
 * Changes a document that nobody was sent yet, and sends it where `to` names an address. Refuses one that somebody may have
 * read, that is closed, or that changed since it was read, and to send as `sendDocument` does: the words are saved all the
 * same.
 */
export async function editDocument(
  scope: StaffScope,
  id: string,
  { title, body, version, to }: DocumentEdit,
): Promise<Outcome<Document>> {
  return inTenant(scope, async (tx) => {
    const isAsRead = and(
      eq(documents.version, version),
      isNull(documents.sentAt),
      isNull(documents.closedAt),
    );
    const [changed] = await tx
      .update(documents)
      .set({ title, body, version: sql`${documents.version} + 1` })
      .where(and(eq(documents.id, id), isAsRead))
      .returning();
    if (!changed) return whyNot(tx, id);
    await tellEdit(tx, scope, changed);
    const sent = to ? await sendIt(tx, scope, { documentId: id, address: to }) : done(null);
    return sent.ok ? done(changed) : sent;
  });
}

async function whyNot(tx: Tx, id: string): Promise<Refusal> {
  const [there] = await tx.select().from(documents).where(eq(documents.id, id));
  if (!there) return refuse("not-found");
  if (there.sentAt || there.closedAt) return refuse("not-allowed-now", { sentence: sentAlready });
  return refuse("stale", { sentence: changedMeanwhile });
}

/**
 * Closes a document as what it came to; its links are dead from the next request on. Closing it twice as the same is
 * closing it once. Refuses an end that its kind does not have, and another end than the one that it has.
 */
export async function closeDocument(
  scope: StaffScope,
  { id, as }: { id: string; as: DocumentEnd },
): Promise<Outcome<Document>> {
  const ending = (Object.keys(endsOf) as DocumentKind[]).filter((kind) =>
    (endsOf[kind] as readonly DocumentEnd[]).includes(as),
  );
  return inTenant(scope, async (tx) => {
    const [closed] = await tx
      .update(documents)
      .set({ closedAt: sql`now()`, closedAs: as, ...leftToDo })
      .where(
        and(
          eq(documents.id, id),
          isNull(documents.closedAt),
          inArray(documents.kind, ending),
          not(endsWithReason),
        ),
      )
      .returning();
    if (closed) {
      await kinds[closed.kind].over?.(tx, scope, closed);
      await tell(tx, scope, { kind: "document.closed", document: closed });
      return done(closed);
    }
    const [there] = await tx.select().from(documents).where(eq(documents.id, id));
    if (!there) return refuse("not-found");
    return there.closedAs === as ? done(there) : refuse("not-allowed-now", { sentence: otherEnd });
  });
}

/** It ends in its own room, with a reason that everybody who was sent it reads. */
const endsWithReason = sql`(${documents.kind} in ('contract', 'invoice') and ${documents.sentAt} is not null)`;

const otherEnd = "It can’t be closed as that. Look at where it stands now.";
