import { and, asc, desc, eq, getTableColumns, or, sql } from "drizzle-orm";
import { inTenant, listInTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { links } from "@/db/schema/links";
import { payments } from "@/db/schema/payments";
import { contacts } from "@/db/schema/people";
import { members, tenants } from "@/db/schema/tenants";
import { type LinkRow, linkRow, type Moment } from "@/lib/activity/link-trail";
import type { StaffScope } from "@/lib/auth/scope";
import { plainDay } from "@/lib/dates";
import { nameAt } from "@/lib/links/send";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { type Listed, listed, pageSize } from "@/lib/people/list-page";
import { kinds } from "./kinds";
import { type Document, overForOffice, tellEdit } from "./trunk";

/** What goes along with a document beside its words: its day, who looks after it, and what became of its links. */

/**
 * Sets the day by which an answer is asked for, or none, before it is sent and after. Refuses a document that is closed, and a
 * day on which its kind can’t be due, or none where that can’t be.
 */
export async function setDue(
  scope: StaffScope,
  { id, dueOn }: { id: string; dueOn: string | null },
): Promise<Outcome<Document>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockOpen(tx, id);
    if (!locked.ok || locked.value.dueOn === dueOn) return locked;
    const wrong = await kinds[locked.value.kind].notDueOn?.(tx, locked.value, dueOn);
    if (wrong) return refuse("invalid", { fields: { dueOn: wrong }, sentence: wrong });
    const [tenant] = await tx.select({ locale: tenants.locale }).from(tenants);
    const words = (day: string | null) => (day ? plainDay(day, tenant?.locale) : "none");
    const changed = `due day from ${words(locked.value.dueOn)} to ${words(dueOn)}`;
    return change(tx, scope, { id, to: { dueOn }, changed });
  });
}

/** Gives a document to a member, who is told from now on what its client says. Refuses one who does not work here. */
export async function giveTo(
  scope: StaffScope,
  { id, memberId }: { id: string; memberId: string },
): Promise<Outcome<Document>> {
  return inTenant(scope, async (tx) => {
    const which = and(eq(members.id, memberId), eq(members.active, true));
    const [keeper] = await tx.select({ name: members.name }).from(members).where(which);
    if (!keeper) return refuse("invalid", { field: "memberId", sentence: "Choose somebody who works here." });
    const locked = await lockOpen(tx, id);
    if (!locked.ok || locked.value.memberId === memberId) return locked;
    return change(tx, scope, { id, to: { memberId }, changed: `now kept by ${keeper.name}` });
  });
}

/** Locks a document of any kind. Refuses one that is not there, and one that is closed. */
async function lockOpen(tx: Tx, id: string): Promise<Outcome<Document>> {
  const [found] = await tx.select().from(documents).where(eq(documents.id, id)).for("no key update");
  if (!found) return refuse("not-found");
  return found.closedAt ? refuse("not-allowed-now", { sentence: overForOffice }) : done(found);
}

type Change = { id: string; to: Partial<Pick<Document, "dueOn" | "memberId">>; changed: string };

async function change(
  tx: Tx,
  scope: StaffScope,
  { id, to, changed: what }: Change,
): Promise<Outcome<Document>> {
  const [changed] = await tx.update(documents).set(to).where(eq(documents.id, id)).returning();
  if (!changed) return refuse("not-found");
  await tellEdit(tx, scope, changed, what);
  return done(changed);
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

/** When money came of a payment that whoever held a link began. */
const paidAt = sql<Date | null>`(select max(p.received_at) from payments p
  where p.document_id = ${links.documentId} and p.link_id = ${links.id} and p.state = 'received')`.mapWith(
  payments.receivedAt,
);

/** One page of the life of each link to a document, the newest first, under the name of the person whom it was sent to. */
export async function readLinks(
  scope: StaffScope,
  { documentId, after }: { documentId: string; after?: string | undefined },
  moment: Moment,
): Promise<Listed<LinkRow>> {
  const { closedAt, closedAs } = documents;
  const older = after
    ? sql`(${links.issuedAt}, ${links.id}) < (select l.issued_at, l.id from links l where l.id = ${after}::uuid)`
    : undefined;
  const rows = await listInTenant(scope, (tx) =>
    tx
      .select({ link: { ...getTableColumns(links), closedAt, closedAs, paidAt }, contact: contacts })
      .from(links)
      .innerJoin(documents, eq(documents.id, links.documentId))
      .innerJoin(contacts, eq(contacts.id, links.contactId))
      .where(and(eq(links.documentId, documentId), older))
      .orderBy(desc(links.issuedAt), desc(links.id))
      .limit(pageSize + 1),
  );
  return listed(
    rows.map(({ link, contact }) => ({ ...linkRow(link, moment), name: nameAt(contact, link.address) })),
  );
}
