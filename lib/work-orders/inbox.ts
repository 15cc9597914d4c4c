import { type SQL, sql } from "drizzle-orm";
import { inTenant, listInTenant, type Tx } from "@/db/client";
import { homeOf, phoneWords } from "@/lib/address";
import type { Scope, StaffScope } from "@/lib/auth/scope";
import { withEarlierCents } from "@/lib/bills/earlier";
import { clock, startOfDay } from "@/lib/dates";
import { countWaiting, readWaiting } from "@/lib/documents/waiting";
import { formatMoney } from "@/lib/money";
import { type Chip, statusChip } from "./chips";
import type { Status } from "./machine";
import { compareRows, type InboxCounts, type InboxRow, type Lane } from "./views";

/** What the inbox is narrowed to. */
export type InboxFilter = { contractorId?: string; trade?: string; mine?: boolean };

const pageSize = 30;
const mostCounted = 1000;

type Raw = {
  id: string;
  number: number;
  title: string;
  status: Status;
  attention: number | null;
  ceilingCents: number | null;
  currency: string;
  locale: string;
  acceptedAt: string | null;
  scheduledFor: string | null;
  onSiteAt: string | null;
  completedAt: string | null;
  declinedAt: string | null;
  declineReason: string | null;
  questionAt: string | null;
  overCeilingAt: string | null;
  undeliveredAt: string | null;
  linkAskedAt: string | null;
  movedAt: string;
  street: string;
  suburb: string;
  zone: string;
  contractor: string | null;
  question: string | null;
  invoiceCents: number | null;
  bounced: string | null;
  asker: string | null;
  openedAt: string | null;
};

/** One row and all that its words need, by look-ups on indexes: the inbox pays for what it shows, never for what there is. */
const rowColumns = sql`
  w.id, w.number, w.title, w.status, w.attention, w.ceiling_cents::float8 as "ceilingCents", w.currency, t.locale,
  w.accepted_at as "acceptedAt", w.scheduled_for as "scheduledFor", w.on_site_at as "onSiteAt",
  w.completed_at as "completedAt", w.declined_at as "declinedAt", w.decline_reason as "declineReason",
  w.question_at as "questionAt", w.over_ceiling_at as "overCeilingAt", w.undelivered_at as "undeliveredAt",
  w.link_asked_at as "linkAskedAt", w.moved_at as "movedAt", p.street, p.suburb, p.time_zone as zone,
  coalesce(c.company, c.name) as contractor,
  case when w.question_at is not null then (select e.text from thread_entries e
    where e.work_order_id = w.id and e."from" = 'contractor' order by e.created_at desc limit 1) end as question,
  case when w.over_ceiling_at is not null then (select ${withEarlierCents(sql`i`)}::float8 from contractor_invoices i
    where i.work_order_id = w.id and i.contractor_id = w.contractor_id
    order by i.state = 'needs-approval' desc, i.created_at desc limit 1) end as "invoiceCents",
  case when w.undelivered_at is not null then (select coalesce(m.channel || ' ' || m.address) from messages m
    where m.work_order_id = w.id and m.contact_id is not null and (m.failed_at is not null or m.bounced_at is not null)
    order by m.queued_at desc limit 1) end as bounced,
  case when w.link_asked_at is not null then (select coalesce(a.company, a.name) from contacts a
    where a.id = w.link_asked_by) end as asker,
  case when w.status = 'ASSIGNED' then (select max(l.opened_at) from links l
    where l.work_order_id = w.id and l.retired_at is null) end as "openedAt"`;

const rowTables = sql`
  join properties p on p.id = w.property_id
  join tenants t on t.id = w.tenant_id
  left join contacts c on c.id = w.contractor_id`;

const lanes: Record<Lane, { where: SQL; order: SQL; after: (cursor: string[]) => SQL }> = {
  "needs-you": {
    where: sql`w.attention is not null`,
    order: sql`w.attention, w.moved_at desc, w.id`,
    after: ([attention, moved, id]) =>
      sql`(w.attention > ${attention}::int or (w.attention = ${attention}::int and (w.moved_at < ${moved}::timestamptz or (w.moved_at = ${moved}::timestamptz and w.id > ${id}::uuid))))`,
  },
  "in-motion": {
    where: sql`w.attention is null and w.status in ('DRAFT', 'ASSIGNED', 'ACCEPTED', 'SCHEDULED', 'ON_SITE')`,
    order: sql`w.moved_at desc, w.id`,
    after: ([, moved, id]) =>
      sql`(w.moved_at < ${moved}::timestamptz or (w.moved_at = ${moved}::timestamptz and w.id > ${id}::uuid))`,
  },
  done: {
    where: sql`w.attention is null and w.status = 'COMPLETED'`,
    order: sql`w.completed_at desc, w.id`,
    after: ([, done, id]) =>
      sql`(w.completed_at < ${done}::timestamptz or (w.completed_at = ${done}::timestamptz and w.id > ${id}::uuid))`,
  },
};

export type LanePage = { rows: InboxRow[]; cursor: string | null };

/** One page of one lane, in its order; `cursor` leads to the next, and is null at the end. Done is what was done today. */
export async function readLane(
  scope: StaffScope,
  lane: Lane,
  filter: InboxFilter = {},
  cursor?: string,
): Promise<LanePage> {
  return listInTenant(scope, async (tx) => {
    const since =
      lane === "done" ? sql`and w.completed_at >= ${(await today(tx)).toISOString()}::timestamptz` : sql``;
    const after = cursor ? sql`and ${lanes[lane].after(cursor.split("~"))}` : sql``;
    const orders = await tx.execute<Raw>(sql`
      select ${rowColumns} from (
        select * from work_orders w where ${lanes[lane].where} ${since} ${narrowed(filter, scope)} ${after}
        order by ${lanes[lane].order} limit ${pageSize + 1}
      ) w ${rowTables} order by ${lanes[lane].order}`);
    const documents = lane === "needs-you" ? await waitingDocuments(tx, scope, filter, cursor) : [];
    const rows = [...orders.map(inboxRow), ...documents].sort(compareRows);
    const shown = rows.slice(0, pageSize);
    return { rows: shown, cursor: rows.length > pageSize ? (shown.at(-1)?.rank ?? null) : null };
  });
}

/** The documents on the same page as the orders. A trade and a contractor have no documents. */
async function waitingDocuments(tx: Tx, scope: StaffScope, filter: InboxFilter, cursor?: string) {
  if (filter.contractorId || filter.trade) return [];
  const memberId = filter.mine ? scope.actor.memberId : undefined;
  return readWaiting(tx, { memberId, after: cursor?.split("~"), limit: pageSize + 1, now: new Date() });
}

function narrowed(filter: InboxFilter, scope: StaffScope): SQL {
  const parts = [
    filter.contractorId && sql`and w.contractor_id = ${filter.contractorId}::uuid`,
    filter.trade && sql`and w.trade = ${filter.trade}`,
    filter.mine && sql`and w.manager_id = ${scope.actor.memberId}::uuid`,
  ].filter((part): part is SQL => Boolean(part));
  return sql.join(parts, sql` `);
}

/** How many wait, move, were done today, and how many orders are open in all; none is counted past a thousand. */
export async function countInbox(scope: Scope): Promise<InboxCounts> {
  return listInTenant(scope, async (tx) => {
    const since = (await today(tx)).toISOString();
    // In the lane's own order, so that its index is read and no more of it than is counted.
    const counted = ({ where, order }: (typeof lanes)[Lane], more = sql``) =>
      sql`(select count(*)::int from (select 1 from work_orders w where ${where} ${more} order by ${order} limit ${mostCounted}) n)`;
    const [row] = await tx.execute<Omit<InboxCounts, "open">>(sql`select
      ${counted(lanes["needs-you"])} as "needsYou", ${counted(lanes["in-motion"])} as "inMotion",
      ${counted(lanes.done, sql`and w.completed_at >= ${since}::timestamptz`)} as "doneToday"`);
    const { needsYou, ...others } = row ?? { needsYou: 0, inMotion: 0, doneToday: 0 };
    const waiting = await countWaiting(tx, mostCounted);
    return {
      ...others,
      needsYou: Math.min(mostCounted, needsYou + waiting),
      open: Math.min(mostCounted, needsYou + others.inMotion),
    };
  });
}

/** One order as its row in the inbox now; null when it is in none of the lanes. */
export async function readRow(scope: Scope, orderId: string): Promise<InboxRow | null> {
  return inTenant(scope, async (tx) => {
    const since = await today(tx);
    const [raw] = await tx.execute<Raw>(
      sql`select ${rowColumns} from work_orders w ${rowTables} where w.id = ${orderId}::uuid`,
    );
    if (!raw) return null;
    const gone = raw.attention === null && ["CANCELLED", "DECLINED"].includes(raw.status);
    const old = raw.attention === null && raw.completedAt !== null && new Date(raw.completedAt) < since;
    return gone || old ? null : inboxRow(raw);
  });
}

async function today(tx: Tx): Promise<Date> {
  const [tenant] = await tx.execute<{ zone: string }>(sql`select time_zone as zone from tenants`);
  return startOfDay(new Date(), tenant?.zone ?? "UTC");
}

function inboxRow(raw: Raw): InboxRow {
  const lane: Lane = raw.attention !== null ? "needs-you" : raw.status === "COMPLETED" ? "done" : "in-motion";
  const waiting = raw.attention === null ? undefined : whatWaits(raw);
  const at = lane === "done" ? raw.completedAt : raw.movedAt;
  const whole = `${raw.street}, ${raw.suburb} · ${raw.contractor ?? "Nobody has it yet"}`;
  return {
    id: raw.id,
    opens: { order: raw.number },
    title: raw.title,
    under: lane === "done" ? raw.street : whole,
    lane,
    chip: waiting?.chip ?? quietChip(raw),
    line: waiting?.line ?? "",
    clock: clock(new Date(waiting?.since ?? raw.movedAt), raw.zone),
    rank: `${raw.attention ?? 0}~${at}~${raw.id}`,
  };
}

const on = (text: string | null) => (text ? new Date(text) : null);

function quietChip(raw: Raw): Chip {
  if (raw.status === "ASSIGNED") {
    const opened = raw.openedAt ? `, opened ${clock(new Date(raw.openedAt), raw.zone)}` : "";
    return { tone: "assigned", text: `Assigned${opened}` };
  }
  return statusChip(
    {
      status: raw.status,
      acceptedAt: on(raw.acceptedAt),
      scheduledFor: on(raw.scheduledFor),
      onSiteAt: on(raw.onSiteAt),
      completedAt: on(raw.completedAt),
    },
    raw.zone,
  );
}

/** What waits for the office, most pressing first, in one chip and one line. */
function whatWaits(raw: Raw): { chip: Chip; line: string; since: string | null } {
  if (raw.questionAt) {
    return { chip: { tone: "question", text: "Question" }, line: raw.question ?? "", since: raw.questionAt };
  }
  if (raw.status === "DECLINED") {
    return {
      chip: { tone: "closed", text: "Declined" },
      line: raw.declineReason ?? "No reason given",
      since: raw.declinedAt,
    };
  }
  if (raw.overCeilingAt) {
    const money = (cents: number | null) => formatMoney(cents ?? 0, raw.currency, raw.locale);
    const line = `${money(raw.invoiceCents)} against ${money(raw.ceilingCents)}`;
    return { chip: { tone: "question", text: "Over ceiling" }, line, since: raw.overCeilingAt };
  }
  if (raw.undeliveredAt) {
    const [channel, address] = (raw.bounced ?? "").split(" ");
    const line =
      channel === "sms"
        ? `SMS to ${phoneWords(address ?? "", homeOf(raw.locale))} bounced`
        : `Email to ${address} bounced`;
    return { chip: { tone: "question", text: "Undelivered" }, line, since: raw.undeliveredAt };
  }
  const line = `${raw.asker ?? "The contractor"} asks for a new link`;
  return { chip: { tone: "question", text: "Link asked for" }, line, since: raw.linkAskedAt };
}
