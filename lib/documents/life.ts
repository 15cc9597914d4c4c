import { and, asc, desc, eq, getTableColumns, isNull, or } from "drizzle-orm";
import { inTenant, listInTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { links } from "@/db/schema/links";
import { contacts } from "@/db/schema/people";
import { members } from "@/db/schema/tenants";
import { type LinkRow, linkRow, type Moment } from "@/lib/activity/link-trail";
import type { StaffScope } from "@/lib/auth/scope";
import { nameAt } from "@/lib/links/send";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { type Document, overForOffice, tell } from "./trunk";

/** What goes along with a document beside its words: its day, who looks after it, and what became of its links. */

/** Sets the day by which an answer is asked for, or none, before it is sent and after. Refuses a document that is closed. */
export async function setDue(
  scope: StaffScope,
  { id, dueOn }: { id: string; dueOn: string | null },
): Promise<Outcome<Document>> {
  return change(scope, id, { dueOn });
}

/** Gives a document to a member, who is told from now on what its client says. Refuses one who does not work here. */
export async function giveTo(
  scope: StaffScope,
  { id, memberId }: { id: string; memberId: string },
): Promise<Outcome<Document>> {
  return change(scope, id, { memberId });
}

async function change(
  scope: StaffScope,
  id: string,
  to: { dueOn: string | null } | { memberId: string },
): Promise<Outcome<Document>> {
  return inTenant(scope, async (tx) => {
    if ("memberId" in to && !(await worksHere(tx, to.memberId)))
      return refuse("invalid", { field: "memberId", sentence: "Choose somebody who works here." });
    const isOpen = and(eq(documents.id, id), isNull(documents.closedAt));
    const [changed] = await tx.update(documents).set(to).where(isOpen).returning();
    if (changed) {
      await tell(tx, scope, { kind: "document.edited", document: changed });
      return done(changed);
    }
    const [there] = await tx.select({ id: documents.id }).from(documents).where(eq(documents.id, id));
    return there ? refuse("not-allowed-now", { sentence: overForOffice }) : refuse("not-found");
  });
}

async function worksHere(tx: Tx, memberId: string): Promise<boolean> {
  const which = and(eq(members.id, memberId), eq(members.active, true));
  return (await tx.select({ id: members.id }).from(members).where(which)).length > 0;
}

/** Who may look after a document: those who work here, by name, and whoever does now, even if they are here no more. */
export async function keepers(
  scope: StaffScope,
  keeperId: string | null = null,
): Promise<{ id: string; name: string }[]> {
  const { id, name, active } = members;
  const rows = await inTenant(scope, (tx) =>
    tx
      .select({ id, name, active })
      .from(members)
      .where(or(eq(active, true), keeperId ? eq(id, keeperId) : undefined))
      .orderBy(asc(name)),
  );
  return rows.map((row) => ({ id: row.id, name: row.active ? row.name : `${row.name} (not here any more)` }));
}

const mostLinks = 50;

/** The life of each link to a document, the newest first, under the name of the person whom it was sent to. */
export async function readLinks(scope: StaffScope, documentId: string, moment: Moment): Promise<LinkRow[]> {
  const { closedAt, closedAs } = documents;
  const rows = await listInTenant(scope, (tx) =>
    tx
      .select({ link: { ...getTableColumns(links), closedAt, closedAs }, contact: contacts })
      .from(links)
      .innerJoin(documents, eq(documents.id, links.documentId))
      .innerJoin(contacts, eq(contacts.id, links.contactId))
      .where(eq(links.documentId, documentId))
      .orderBy(desc(links.issuedAt))
      .limit(mostLinks),
  );
  return rows.map(({ link, contact }) => ({ ...linkRow(link, moment), name: nameAt(contact, link.address) }));
}
