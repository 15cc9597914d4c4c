import { and, desc, eq, isNull, type SQL } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { projects } from "@/db/schema/projects";
import { type DocumentScope, mayBeSeenBy } from "@/lib/auth/may-see";
import type { ClientScope } from "@/lib/auth/scope";
import type { DocumentKind } from "@/lib/links/policy";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isUuid } from "@/lib/uuid";

/** A document as its client sees it: drafts are the office's own. */
export type ClientDocument = {
  id: string;
  kind: DocumentKind;
  title: string;
  body: string;
  project: string | null;
  sentAt: Date;
  closedAs: (typeof documents.$inferSelect)["closedAs"];
};

/**
 * One document, as the first of these scopes that may see it does. Refuses with "not-found": to whom it was not sent, it
 * is not there.
 */
export async function readForClient(
  scopes: DocumentScope[],
  { kind, id }: { kind: DocumentKind; id: string },
): Promise<Outcome<{ scope: DocumentScope; document: ClientDocument }>> {
  if (!isUuid(id)) return refuse("not-found");
  for (const scope of scopes) {
    const one = and(eq(documents.id, id), eq(documents.kind, kind));
    const read = await inTenant(scope, async (tx) => {
      const [document] = await select(tx, scope, one);
      const [text] = document ? await tx.select({ body: documents.body }).from(documents).where(one) : [];
      return document && text && { ...document, ...text };
    });
    if (read) return done({ scope, document: read });
  }
  return refuse("not-found");
}

/** A document in a list: without its text. */
export type ListedDocument = Omit<ClientDocument, "body">;

/** What this client was sent, the newest first; without a portal only what was addressed to them. */
export function listForClient(scope: ClientScope): Promise<ListedDocument[]> {
  return inTenant(scope, (tx) => select(tx, scope));
}

async function select(tx: Tx, scope: DocumentScope, which?: SQL): Promise<ListedDocument[]> {
  const { id, kind, title, sentAt, closedAs } = documents;
  const rows = await tx
    .select({ id, kind, title, sentAt, closedAs, project: projects.name })
    .from(documents)
    .leftJoin(projects, eq(projects.id, documents.projectId))
    .where(and(mayBeSeenBy(scope), which))
    .orderBy(desc(documents.sentAt))
    .limit(mostShown);
  return rows.flatMap((row) => (row.sentAt ? [{ ...row, sentAt: row.sentAt }] : []));
}

const mostShown = 200;

/** A client's projects that go on, the newest first; who has no portal sees none. */
export async function listProjectsForClient(
  scope: ClientScope,
): Promise<{ id: string; name: string; place: string }[]> {
  const { contactId, portal } = scope.actor;
  if (!portal) return [];
  const { id, name, place } = projects;
  return inTenant(scope, (tx) =>
    tx
      .select({ id, name, place })
      .from(projects)
      .where(and(eq(projects.contactId, contactId), isNull(projects.closedAt)))
      .orderBy(desc(projects.createdAt))
      .limit(mostShown),
  );
}
