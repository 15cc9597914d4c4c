import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { channels, purposes } from "@/db/schema/links";
import type { HappeningKind } from "./record";

/** One happening as the trail reads it, with what is still known of its link, its contact and its order. */
export type Happened = {
  id: number;
  at: Date;
  kind: HappeningKind;
  actor: "member" | "contact" | "machine" | "system";
  actorName: string;
  detail: Record<string, string | number | null>;
  contact: { id: string; name: string; isClient: boolean } | null;
  orderNumber: number | null;
  document: { id: string; title: string; clientId: string } | null;
  /** Null once it is swept, and where there is none. */
  link: {
    purpose: (typeof purposes)[number];
    channel: (typeof channels)[number];
    address: string;
    wasAskedFor: boolean;
  } | null;
};

export type TrailFilter = {
  contactId?: string | undefined;
  documentId?: string | undefined;
  /** What happened to the documents of a project. */
  projectId?: string | undefined;
  /** Nothing means every kind. */
  kinds?: readonly HappeningKind[] | undefined;
  /** Only what happened in that many days until now. */
  days?: number | undefined;
  /** The last happening of the page before. */
  before?: number | undefined;
};

/** The happenings of this transaction's business, newest first, at most `limit`. */
export async function readTrail(tx: Tx, filter: TrailFilter, limit: number): Promise<Happened[]> {
  type Raw = Omit<Happened, "at" | "id"> & { id: string; at: string };
  const rows = await tx.execute<Raw>(sql`
    select e.id, e.at, e.kind, e.actor, e.actor_name as "actorName", e.detail, w.number as "orderNumber",
      case when c.id is not null then jsonb_build_object('id', c.id, 'name', coalesce(c.company, c.name),
        'isClient', c.kind = 'client') end as contact,
      case when d.id is not null then jsonb_build_object('id', d.id, 'title', d.title, 'clientId', d.contact_id) end as document,
      case when l.id is not null then jsonb_build_object('purpose', l.purpose, 'channel', l.channel,
        'address', l.address, 'wasAskedFor', l.asked_from is not null) end as link
    from (select * from events e where ${sql.join(conditions(filter), sql` and `)} order by e.at desc, e.id desc limit ${limit}) e
    left join contacts c on c.id = e.contact_id
    left join work_orders w on w.id = e.work_order_id
    left join links l on l.id = e.link_id
    left join documents d on d.id = e.document_id
    order by e.at desc, e.id desc`);
  return rows.map((row) => ({ ...row, id: Number(row.id), at: new Date(row.at) }));
}

/** How many happenings of this transaction's business there are so far. */
export async function countTrail(tx: Tx, filter: TrailFilter): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from events e where ${sql.join(conditions(filter), sql` and `)}`,
  );
  return row?.count ?? 0;
}

function conditions({ contactId, documentId, projectId, kinds, days, before }: TrailFilter): SQL[] {
  const all: SQL[] = [sql`true`];
  if (documentId) all.push(sql`e.document_id = ${documentId}::uuid`);
  // As an array, so that the documents' index is read and not the whole trail, back in time, until a page is full.
  if (projectId)
    all.push(
      sql`e.document_id = any(array(select o.id from documents o where o.project_id = ${projectId}::uuid))`,
    );
  if (contactId) all.push(sql`e.contact_id = ${contactId}::uuid`);
  if (kinds)
    all.push(
      sql`e.kind in (${sql.join(
        kinds.map((kind) => sql`${kind}`),
        sql`, `,
      )})`,
    );
  if (days) all.push(sql`e.at > now() - ${days} * interval '1 day'`);
  if (before) all.push(sql`(e.at, e.id) < (select b.at, b.id from events b where b.id = ${before})`);
  return all;
}
