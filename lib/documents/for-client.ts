import { and, eq, type SQL } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { projects } from "@/db/schema/projects";
import { type DocumentScope, mayBeSeenBy } from "@/lib/auth/may-see";
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
    const document = await inTenant(scope, (tx) => readOne(tx, scope, one));
    if (document) return done({ scope, document });
  }
  return refuse("not-found");
}

async function readOne(
  tx: Tx,
  scope: DocumentScope,
  one: SQL | undefined,
): Promise<ClientDocument | undefined> {
  const { id, kind, title, body, sentAt, closedAs } = documents;
  const [row] = await tx
    .select({ id, kind, title, body, sentAt, closedAs, project: projects.name })
    .from(documents)
    .leftJoin(projects, eq(projects.id, documents.projectId))
    .where(and(mayBeSeenBy(scope), one));
  return row?.sentAt ? { ...row, sentAt: row.sentAt } : undefined;
}
