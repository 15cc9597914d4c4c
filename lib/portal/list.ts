import { and, asc, desc, eq, inArray, not, type SQL, sql } from "drizzle-orm";
import { listInTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { projects } from "@/db/schema/projects";
import { mayBeSeenBy } from "@/lib/auth/may-see";
import type { ClientScope } from "@/lib/auth/scope";
import { type DocumentEnd, type DocumentKind, documentHref } from "@/lib/links/policy";
import { type Facts, readFacts } from "./facts";
import { type ClientReader, readAs, readShop } from "./reader";
import { endedWords, type StandingDocument, stateWords } from "./state";
import type { ClientRow } from "./views";

/** A document in a client’s list, without its text. */
export type ListedDocument = StandingDocument & {
  id: string;
  title: string;
  project: string | null;
  closedAs: DocumentEnd | null;
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

/**
 * This client’s appointments: those still to come by their time, what has none yet first, and then the others, the newest
 * first. `later` and `after` lead to the next pages of the one and of the other, on which that alone stands.
 */
export async function listAppointments(
  scope: ClientScope,
  { later, ...page }: Page & { later?: string | undefined },
): Promise<Rows & { upcoming: ClientRow[]; later: string | null }> {
  const isUpcoming = sql`(${documents.closedAt} is null and coalesce((
    select a.state <> 'cancelled' and coalesce(a.ends_at > ${page.now.toISOString()}::timestamptz, true)
    from appointments a where a.document_id = ${documents.id}), false))`;
  const ofKind = eq(documents.kind, "appointment");
  const start = sql`(select coalesce(a.starts_at, '-infinity') from appointments a where a.document_id = ${documents.id})`;
  const isLater = sql`(${start}, ${documents.id}) > (select coalesce(a.starts_at, '-infinity'), a.document_id
    from appointments a where a.document_id = ${later ?? null}::uuid)`;
  return listInTenant(scope, async (tx) => {
    const read = await readListed(tx, scope, {
      which: page.after ? sql`false` : and(ofKind, isUpcoming, later ? isLater : undefined),
      most: mostListed + 1,
      order: [asc(start), asc(documents.id)],
    });
    const upcoming = await inWords(tx, scope, read.slice(0, mostListed), page.now);
    const earlier = later
      ? { rows: [], after: null }
      : await readPage(tx, scope, page, and(ofKind, not(isUpcoming)));
    return { upcoming, later: read.length > mostListed ? (upcoming.at(-1)?.id ?? null) : null, ...earlier };
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
  const [shop, factsOf] = await Promise.all([readShop(tx, scope), readFacts(tx, scope, read)]);
  const reader = readAs(scope, shop, { now, places: [] });
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
  const state = closedAs ? endedWords(document, facts, reader) : stateWords(document, facts, reader);
  return { id, href, kind, title, project, closedAs, state };
}

/** The documents that this client may see, the newest first unless another order is asked for. */
export async function readListed(
  tx: Tx,
  scope: ClientScope,
  { which, most, order }: { which: SQL | undefined; most: number; order?: SQL[] },
): Promise<ListedDocument[]> {
  const { id, kind, title, sentAt, dueOn, answeredAt, answeredAs, closedAs } = documents;
  const rows = await tx
    .select({ id, kind, title, sentAt, dueOn, answeredAt, answeredAs, closedAs, project: projects.name })
    .from(documents)
    .leftJoin(projects, eq(projects.id, documents.projectId))
    .where(and(mayBeSeenBy(scope), which))
    .orderBy(...(order ?? [desc(documents.sentAt), desc(documents.id)]))
    .limit(most);
  return rows.flatMap((row) => (row.sentAt ? [{ ...row, sentAt: row.sentAt }] : []));
}
