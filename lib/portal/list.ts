import { and, desc, eq, inArray, not, type SQL, sql } from "drizzle-orm";
import { listInTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { projects } from "@/db/schema/projects";
import { tenants } from "@/db/schema/tenants";
import { mayBeSeenBy } from "@/lib/auth/may-see";
import type { ClientScope } from "@/lib/auth/scope";
import { type DocumentEnd, type DocumentKind, documentHref } from "@/lib/links/policy";
import { type Facts, readFacts } from "./facts";
import { type ClientReader, readAs } from "./reader";
import { type StandingDocument, stateWords } from "./state";

/** A document in a client’s list, without its text. */
export type ListedDocument = StandingDocument & {
  id: string;
  title: string;
  project: string | null;
  closedAs: DocumentEnd | null;
};

/** The same in words. */
export type ClientRow = {
  id: string;
  href: string;
  kind: DocumentKind;
  title: string;
  project: string | null;
  closedAs: DocumentEnd | null;
  /** Where it stands, while it is not over. */
  state: string;
};

/** The most documents on one page of a list. */
export const mostListed = 50;

type Page = { after?: string | undefined; now: Date };
type Rows = { rows: ClientRow[]; after: string | null };

/**
 * One page of what this client was sent of these kinds, the newest first; without a portal only what was addressed to them.
 * `after` leads to the next page and is null at the end.
 */
export async function listForClient(
  scope: ClientScope,
  { kinds, ...page }: Page & { kinds: readonly DocumentKind[] },
): Promise<Rows> {
  return listInTenant(scope, (tx) => readPage(tx, scope, page, inArray(documents.kind, [...kinds])));
}

/** This client’s appointments: those still to come on the first page, by their time, and then the others, the newest first. */
export async function listAppointments(
  scope: ClientScope,
  page: Page,
): Promise<Rows & { upcoming: ClientRow[] }> {
  const isUpcoming = sql`(${documents.closedAt} is null and exists (select 1 from appointments a
    where a.document_id = ${documents.id} and a.state <> 'cancelled'
      and coalesce(a.ends_at > ${page.now.toISOString()}::timestamptz, true)))`;
  const ofKind = eq(documents.kind, "appointment");
  return listInTenant(scope, async (tx) => {
    const read = page.after
      ? []
      : await readListed(tx, scope, { which: and(ofKind, isUpcoming), most: mostListed });
    const earlier = await readPage(tx, scope, page, and(ofKind, not(isUpcoming)));
    const factsOf = await readFacts(tx, scope, read);
    const startOf = ({ id }: ListedDocument) => factsOf(id).appointment?.startsAt?.getTime() ?? 0;
    const upcoming = read.toSorted((one, other) => startOf(one) - startOf(other));
    return { upcoming: await inWords(tx, scope, upcoming, page.now), ...earlier };
  });
}

async function readPage(
  tx: Tx,
  scope: ClientScope,
  { after, now }: Page,
  which: SQL | undefined,
): Promise<Rows> {
  const older = after
    ? sql`(${documents.sentAt}, ${documents.id}) < (select d.sent_at, d.id from documents d where d.id = ${after}::uuid)`
    : undefined;
  const read = await readListed(tx, scope, { which: and(which, older), most: mostListed + 1 });
  const rows = await inWords(tx, scope, read.slice(0, mostListed), now);
  return { rows, after: read.length > mostListed ? (rows.at(-1)?.id ?? null) : null };
}

async function inWords(tx: Tx, scope: ClientScope, read: ListedDocument[], now: Date): Promise<ClientRow[]> {
  const [[tenant], factsOf] = await Promise.all([tx.select().from(tenants), readFacts(tx, scope, read)]);
  if (!tenant) throw new Error("A client’s business is gone.");
  const reader = readAs(scope, tenant, { now, places: [] });
  const rows = read.map((document) => rowOf(document, factsOf(document.id), reader));
  // Where all of them are of one project, its name on each tells nothing.
  return new Set(rows.map(({ project }) => project)).size > 1
    ? rows
    : rows.map((row) => ({ ...row, project: null }));
}

/** A document as a client’s list says it. */
export function rowOf(document: ListedDocument, facts: Facts, reader: ClientReader): ClientRow {
  const { id, kind, title, project, closedAs } = document;
  const href = documentHref(kind, id);
  return { id, href, kind, title, project, closedAs, state: stateWords(document, facts, reader) };
}

/** The documents that this client may see, the newest first. */
export async function readListed(
  tx: Tx,
  scope: ClientScope,
  { which, most }: { which: SQL | undefined; most: number },
): Promise<ListedDocument[]> {
  const { id, kind, title, sentAt, dueOn, answeredAt, answeredAs, closedAs } = documents;
  const rows = await tx
    .select({ id, kind, title, sentAt, dueOn, answeredAt, answeredAs, closedAs, project: projects.name })
    .from(documents)
    .leftJoin(projects, eq(projects.id, documents.projectId))
    .where(and(mayBeSeenBy(scope), which))
    .orderBy(desc(documents.sentAt), desc(documents.id))
    .limit(most);
  return rows.flatMap((row) => (row.sentAt ? [{ ...row, sentAt: row.sentAt }] : []));
}
