import { type SQL, sql } from "drizzle-orm";
import { listInTenant } from "@/db/client";
import { holding } from "@/db/like";
import type { StaffScope } from "@/lib/auth/scope";
import { dayAndClock } from "@/lib/dates";
import { done } from "@/lib/outcome";
import { statusChip } from "./chips";
import type { Status } from "./machine";
import type { OrderRow } from "./views";
import { reference } from "./work-order";

/** What the table of all work orders is narrowed to; `before` is the number that the page before ended with. */
export type OrderFilter = {
  q?: string | undefined;
  status?: Status | undefined;
  contractorId?: string | undefined;
  before?: number | undefined;
};

const pageSize = 50;

type Raw = {
  id: string;
  number: number;
  title: string;
  street: string;
  suburb: string;
  zone: string;
  contractor: string | null;
  status: Status;
  movedAt: string;
  acceptedAt: string | null;
  scheduledFor: string | null;
  onSiteAt: string | null;
  completedAt: string | null;
};

/** One page of work orders, newest number first; words are looked for in title, scope, address and contractor. */
export async function searchOrders(
  scope: StaffScope,
  filter: OrderFilter,
  limit = pageSize,
): Promise<{ rows: OrderRow[]; before: number | null }> {
  const rows = await listInTenant(scope, (tx) =>
    tx.execute<Raw>(sql`
      select w.id, w.number, w.title, w.status, p.street, p.suburb, p.time_zone as zone, coalesce(c.company, c.name) as contractor,
        w.moved_at as "movedAt", w.accepted_at as "acceptedAt", w.scheduled_for as "scheduledFor",
        w.on_site_at as "onSiteAt", w.completed_at as "completedAt"
      from work_orders w join properties p on p.id = w.property_id left join contacts c on c.id = w.contractor_id
      where ${sql.join(conditions(filter), sql` and `)} order by w.number desc limit ${limit + 1}`),
  );
  const shown = rows.slice(0, limit);
  return { rows: shown.map(orderRow), before: rows.length > limit ? (shown.at(-1)?.number ?? null) : null };
}

function conditions({ q, status, contractorId, before }: OrderFilter): SQL[] {
  const all: SQL[] = [sql`true`];
  if (status) all.push(sql`w.status = ${status}`);
  if (contractorId) all.push(sql`w.contractor_id = ${contractorId}::uuid`);
  if (before) all.push(sql`w.number < ${before}`);
  for (const word of (q ?? "").trim().split(/\s+/).filter(Boolean).slice(0, 6)) all.push(holds(word));
  return all;
}

function holds(word: string): SQL {
  const number = /^(?:wo-?)?(\d{1,9})$/i.exec(word)?.[1];
  const like = holding(word);
  const words = sql`(w.title || ' ' || w.scope) ilike ${like} or (p.street || ' ' || p.suburb) ilike ${like}
    or (coalesce(c.company, '') || ' ' || coalesce(c.name, '')) ilike ${like}`;
  return number ? sql`(w.number = ${Number(number)} or ${words})` : sql`(${words})`;
}

function orderRow(raw: Raw): OrderRow {
  const on = (text: string | null) => (text ? new Date(text) : null);
  const { id, number, title, contractor, status, zone } = raw;
  const milestones = {
    status,
    acceptedAt: on(raw.acceptedAt),
    scheduledFor: on(raw.scheduledFor),
    onSiteAt: on(raw.onSiteAt),
    completedAt: on(raw.completedAt),
  };
  const chip = statusChip(milestones, zone);
  const address = `${raw.street}, ${raw.suburb}`;
  return {
    id,
    number,
    title,
    contractor,
    status,
    chip,
    address,
    reference: reference(number),
    moved: dayAndClock(new Date(raw.movedAt), zone),
  };
}

/** The few orders that the search field offers while somebody types. */
export async function findOrders(scope: StaffScope, { q }: { q: string }) {
  const { rows } = await searchOrders(scope, { q }, 8);
  return done(
    rows.map(({ number, reference, title, address, chip }) => ({ number, reference, title, address, chip })),
  );
}
