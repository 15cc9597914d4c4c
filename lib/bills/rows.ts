import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { holding } from "@/db/like";
import { billStates } from "@/db/schema/work-orders";
import type { BillState } from "@/lib/work-orders/views";
import { earlierThan } from "./earlier";

/** What the contractors' invoices are narrowed to. `from` and `until` bound when they came, the second not with it. */
export type BillFilter = {
  state?: BillState | undefined;
  contractorId?: string | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
  q?: string | undefined;
  /** Where the page before ended, as `cursorOf` says it. */
  after?: string | undefined;
};

/** One invoice and what is named with it, as the database tells it. */
export type BillRaw = {
  id: string;
  state: BillState;
  number: string | null;
  amountCents: number;
  currency: string;
  ceilingCents: number | null;
  note: string;
  createdAt: string;
  approvedAt: string | null;
  approvedBy: string | null;
  paidOn: string | null;
  paidAt: string | null;
  paidBy: string | null;
  reference: string;
  contractorId: string;
  company: string;
  orderId: string;
  orderNumber: number;
  orderTitle: string;
  fileId: string;
  fileName: string;
  contentType: string;
  /** Those that its contractor sent for its order before, where that has a ceiling; their number where it is one. */
  earlierCents: number;
  earlierCount: number;
  earlierNumber: string | null;
  twinId: string | null;
  twinNumber: string | null;
  twinAt: string | null;
};

/** So many of them, newest first. */
export function readBillRows(tx: Tx, filter: BillFilter, limit: number): Promise<BillRaw[]> {
  return tx.execute<BillRaw>(pageOf(filter, limit));
}

/**
 * Each state is read along its own index and no further than a page, and only what is left of them is joined to the rest:
 * the list pays for what it shows, never for what there is.
 */
export function pageOf(filter: BillFilter, limit: number): SQL {
  const states = filter.state ? [filter.state] : billStates;
  const conditions = sql.join([...conditionsOf(filter), ...afterThat(filter)], sql` and `);
  return withRest(sql`
    select b.* from unnest(${textArray(states)}) as s(state) cross join lateral (
      select i.* from contractor_invoices i where i.state = s.state and ${conditions}
      order by i.created_at desc nulls last, i.id limit ${limit}
    ) b order by b.created_at desc nulls last, b.id limit ${limit}`);
}

/** One of them; nothing where this business has none of that id. */
export async function readBillRow(tx: Tx, id: string): Promise<BillRaw | undefined> {
  const [row] = await tx.execute<BillRaw>(
    withRest(sql`select i.* from contractor_invoices i where i.id = ${id}::uuid`),
  );
  return row;
}

/** What those in some states that fit come to, by state and currency. */
export function readBillSums(tx: Tx, filter: BillFilter, states: readonly BillState[]) {
  const conditions = sql.join(conditionsOf(filter), sql` and `);
  return tx.execute<{ state: BillState; currency: string; count: number; cents: number }>(sql`
    select i.state, i.currency, count(*)::int as count, sum(i.amount_cents)::float8 as cents
    from contractor_invoices i where i.state = any(${textArray(states)}) and ${conditions}
    group by i.state, i.currency`);
}

function conditionsOf({ contractorId, from, until, q = "" }: BillFilter): SQL[] {
  const all: SQL[] = [sql`true`];
  if (contractorId) all.push(sql`i.contractor_id = ${contractorId}::uuid`);
  if (from) all.push(sql`i.created_at >= ${from.toISOString()}::timestamptz`);
  if (until) all.push(sql`i.created_at < ${until.toISOString()}::timestamptz`);
  for (const word of q.trim().split(/\s+/).filter(Boolean).slice(0, 6)) all.push(holds(word));
  return all;
}

/** A word of a search: part of the invoice's number, the number of the order, or part of what the order is called. */
function holds(word: string): SQL {
  const like = holding(word);
  const number = /^(?:wo-?)?(\d{1,9})$/i.exec(word)?.[1];
  const order = number
    ? sql`w.number = ${Number(number)} or w.title ilike ${like}`
    : sql`w.title ilike ${like}`;
  return sql`(i.number ilike ${like} or i.work_order_id in (select w.id from work_orders w where ${order}))`;
}

/**
 * Where a page ends, whatever becomes of its last row: when that came, and its id. A corrected invoice comes anew, and would
 * lead back to the beginning.
 */
export const cursorOf = ({ createdAt, id }: Pick<BillRaw, "createdAt" | "id">): string =>
  `${createdAt.replace(" ", "T").replace(/\+00$/, "Z")}~${id}`;

/** From the row after the last one that was shown; the second condition alone would not be found along the index. */
function afterThat({ after }: BillFilter): SQL[] {
  const [at, id] = after?.split("~") ?? [];
  if (!at || !id) return [];
  const then = sql`${at}::timestamptz`;
  return [sql`i.created_at <= ${then}`, sql`(i.created_at < ${then} or i.id > ${id}::uuid)`];
}

/** In the statement itself: the driver takes no lists. */
const textArray = (texts: readonly string[]): SQL =>
  sql`array[${sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )}]::text[]`;

const withRest = (invoices: SQL): SQL => sql`
  select i.id, i.state, i.number, i.amount_cents::float8 as "amountCents", i.currency,
    i.ceiling_cents::float8 as "ceilingCents", i.note, i.created_at as "createdAt", i.approved_at as "approvedAt",
    a.name as "approvedBy", i.paid_on::text as "paidOn", i.paid_at as "paidAt", p.name as "paidBy", i.reference,
    c.id as "contractorId", coalesce(c.company, c.name) as company, w.id as "orderId", w.number as "orderNumber",
    w.title as "orderTitle", f.id as "fileId", f.name as "fileName", f.content_type as "contentType",
    earlier.cents as "earlierCents", earlier.count as "earlierCount", earlier.number as "earlierNumber",
    twin.id as "twinId", twin.number as "twinNumber", twin.created_at as "twinAt"
  from (${invoices}) i
  join work_orders w on w.id = i.work_order_id
  join contacts c on c.id = i.contractor_id
  join files f on f.id = i.file_id
  left join members a on a.id = i.approved_by
  left join members p on p.id = i.paid_by
  cross join lateral (
    select coalesce(sum(e.amount_cents), 0)::float8 as cents, count(*)::int as count, min(e.number) as number
    ${earlierThan(sql`i`)} and i.ceiling_cents is not null
  ) earlier
  left join lateral (${twinOf}) twin on true
  order by i.created_at desc nulls last, i.id`;

/** The newest of the 60 days before that has the same number, however it is written, or else the same amount. */
const twinOf = sql`
  select d.id, d.number, d.created_at from contractor_invoices d
  where d.contractor_id = i.contractor_id and d.state = any(${textArray(billStates)}) and d.id <> i.id
    and d.created_at <= i.created_at and d.created_at >= i.created_at - interval '60 days'
    and (d.created_at < i.created_at or d.id > i.id)
    and (d.plain_number = i.plain_number or (d.amount_cents = i.amount_cents and d.currency = i.currency))
  order by d.plain_number is not distinct from i.plain_number desc, d.created_at desc
  limit 1`;
