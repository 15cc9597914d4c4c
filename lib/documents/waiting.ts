import { type SQL, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { homeOf, phoneWords } from "@/lib/address";
import type { Scope } from "@/lib/auth/scope";
import { recently } from "@/lib/dates";
import type { HappeningKind } from "@/lib/events/record";
import { amountWords } from "@/lib/money";
import type { InboxRow } from "@/lib/work-orders/views";
import { type OfficeWait, waits } from "./views";

/** The documents that wait for the office: they stand in the inbox among the orders that do. */

type Raw = {
  id: string;
  clientId: string;
  title: string;
  waitsSince: string;
  waitsFor: OfficeWait;
  client: string;
  project: string | null;
  zone: string;
  locale: string;
  currency: string;
  happened: { who: string; actor: string; detail: Record<string, string | number | null> } | null;
};

/** A client who waits is as pressing as a contractor who asked: documents stand with the questions, the newest first. */
const attention = "1";

/** What last happened that the office has to do something about, beside questions. Its facts are the words of the row. */
const causes: Record<Exclude<OfficeWait, "question">, HappeningKind[]> = {
  changes: ["scope.changes-requested"],
  countersign: ["contract.confirmed"],
  choices: ["selections.handed-in"],
  declined: ["contract.declined"],
  moved: ["appointment.moved"],
  cancelled: ["appointment.cancelled"],
  undelivered: ["link.bounced", "contract.unsent"],
  disputed: ["invoice.disputed"],
  "payment-failed": ["payment.failed", "payment.reversed"],
  "refund-failed": ["refund.failed"],
};

const isCause = sql`case d.waits_for ${sql.join(
  Object.entries(causes).map(
    ([wait, kinds]) =>
      sql`when ${wait} then e.kind in (${sql.join(
        kinds.map((kind) => sql`${kind}`),
        sql`, `,
      )})`,
  ),
  sql` `,
)} end`;

/** Of several questions the one that has waited longest for its reply. */
const oldestQuestion = sql`(select jsonb_build_object('who', q.asked_by, 'actor', 'contact',
    'detail', jsonb_build_object('words', q.asked)) from document_questions q
  where q.document_id = d.id and q.answered_at is null order by q.asked_at, q.id limit 1)`;

/** One row and all that its words need, by look-ups on indexes. */
const rowColumns = sql`
  d.id, d.contact_id as "clientId", d.title, d.waits_since as "waitsSince", d.waits_for as "waitsFor", c.name as client,
  p.name as project, t.time_zone as zone, t.locale, t.currency,
  case when d.waits_for = 'question' then ${oldestQuestion} else
    (select jsonb_build_object('who', e.actor_name, 'actor', e.actor, 'detail', e.detail) from events e
      where e.document_id = d.id and ${isCause} order by e.id desc limit 1) end as happened`;

const rowTables = sql`
  join contacts c on c.id = d.contact_id
  join tenants t on t.id = d.tenant_id
  left join projects p on p.id = d.project_id`;

const order = sql`d.waits_since desc, d.id`;

type Asked = {
  /** Only what this member looks after. */
  memberId: string | undefined;
  /** The rank of the last row of the page before: attention, instant, id. */
  after: string[] | undefined;
  limit: number;
  now: Date;
};

/** The first rows after that one, in the inbox's order; read along the index of what waits, and no further. */
export async function readWaiting(tx: Tx, { memberId, after, limit, now }: Asked): Promise<InboxRow[]> {
  if (after && Number(after[0]) > Number(attention)) return [];
  const mine = memberId ? sql`and d.member_id = ${memberId}::uuid` : sql``;
  const later = after ? sql`and ${isAfter(after)}` : sql``;
  const rows = await tx.execute<Raw>(sql`
    select ${rowColumns} from (
      select * from documents d where d.waits_since is not null ${mine} ${later} order by ${order} limit ${limit}
    ) d ${rowTables} order by ${order}`);
  return rows.map((raw) => waitingRow(raw, now));
}

const isAfter = ([, at, id]: string[]): SQL =>
  sql`(d.waits_since < ${at}::timestamptz or (d.waits_since = ${at}::timestamptz and d.id > ${id}::uuid))`;

/** How many wait, counted no further than `most`. */
export async function countWaiting(tx: Tx, most: number): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from
      (select 1 from documents d where d.waits_since is not null order by d.waits_since limit ${most}) n`);
  return row?.count ?? 0;
}

/** One document as its row in the inbox now, and whom and what it belongs to; no row where it waits for nobody there. */
export async function readWaitingRow(scope: Scope, documentId: string, now: Date) {
  return inTenant(scope, async (tx) => {
    const [raw] = await tx.execute<Raw & { projectId: string | null; isWaiting: boolean }>(sql`
      select ${rowColumns}, d.project_id as "projectId", d.waits_since is not null as "isWaiting"
      from documents d ${rowTables} where d.id = ${documentId}::uuid`);
    if (!raw) return undefined;
    const { clientId, projectId, client, title, locale, currency } = raw;
    return {
      clientId,
      projectId,
      client,
      title,
      locale,
      currency,
      row: raw.isWaiting ? waitingRow(raw, now) : null,
    };
  });
}

function waitingRow(raw: Raw, now: Date): InboxRow {
  const { id, clientId, title, waitsSince, waitsFor, client, project, happened, zone, locale } = raw;
  const who = happened?.actor === "contact" ? happened.who : client;
  return {
    id,
    opens: { document: id, client: clientId },
    title,
    under: [who, project].filter((part) => part && part !== title).join(" · "),
    lane: "needs-you",
    chip: waits[waitsFor].chip,
    line: told(raw) ?? waits[waitsFor].line,
    clock: recently(new Date(waitsSince), zone, now, locale),
    rank: `${attention}~${waitsSince}~${id}`,
  };
}

/** What the happening itself says: words, a time, a number of comments, or where a message did not arrive. */
function told(raw: Raw): string | undefined {
  const { waitsFor, happened, locale } = raw;
  const fact = (name: string) => String(happened?.detail[name] ?? "").trim();
  if (waitsFor === "undelivered") {
    const to = fact("to");
    if (!to) return fact("words") || undefined;
    return to.includes("@") ? `Email to ${to} bounced` : `SMS to ${phoneWords(to, homeOf(locale))} bounced`;
  }
  if (waitsFor === "changes") {
    const count = Number(fact("count"));
    return count > 0 ? (count === 1 ? "1 comment" : `${count} comments`) : undefined;
  }
  if (waitsFor === "payment-failed" || waitsFor === "refund-failed") return toldOfMoney(raw, fact("words"));
  return (waitsFor === "moved" ? fact("when") : "") || fact("words") || undefined;
}

/** “$399.44. The card was declined.” */
function toldOfMoney({ happened, waitsFor, ...look }: Raw, words: string): string | undefined {
  const { amountCents } = happened?.detail ?? {};
  if (typeof amountCents !== "number") return words || undefined;
  return `${amountWords(amountCents, look)}. ${words || waits[waitsFor].line}`;
}
