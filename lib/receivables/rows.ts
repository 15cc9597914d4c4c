import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { holding } from "@/db/like";
import { daysOf } from "./months";
import { cameIn, movesOf, settledDay, settledOn } from "./moves";
import { invoiceRows, isLate, isOfAge, leftCents, parts, standingOf } from "./owed";
import type { Reading } from "./reading";
import type { InvoicesAsked, StatusAsked } from "./sent";

/** One invoice and what is named with it, as the database tells it. */
export type InvoiceRaw = {
  id: string;
  clientId: string;
  client: string;
  project: string | null;
  title: string;
  number: string | null;
  currency: string;
  subtotalCents: number;
  taxCents: number;
  totalCents: number;
  paidCents: number;
  pendingCents: number;
  waivedCents: number;
  depositCents: number | null;
  depositDueOn: string | null;
  dueOn: string | null;
  issuedOn: string | null;
  createdAt: string;
  sentAt: string | null;
  paidAt: string | null;
  disputedAt: string | null;
  closedAs: string | null;
  settledOn: string | null;
};

type Standing = "draft" | "open" | "paid" | "void";
const everyStanding: Standing[] = ["draft", "open", "paid", "void"];

/** Which invoices each status means: where they stand, and what else is so. */
const meanings: Record<StatusAsked, { standing: Standing; and?: (today: string) => SQL }> = {
  draft: { standing: "draft" },
  open: { standing: "open" },
  overdue: {
    standing: "open",
    and: (today) => sql`exists (select 1 from ${parts} where ${isLate(today)})`,
  },
  "part-paid": { standing: "open", and: () => sql`i.paid_cents > 0 and i.disputed_at is null` },
  disputed: { standing: "open", and: () => sql`i.disputed_at is not null` },
  paid: { standing: "paid" },
  void: { standing: "void" },
};

export type Asked = Omit<InvoicesAsked, "after"> & { after?: string | undefined };

/** So many of them, the newest first: each standing is read along its own part of the index and no further than a page. */
export function readInvoiceRows(
  tx: Tx,
  asked: Asked,
  reading: Reading,
  limit: number,
): Promise<InvoiceRaw[]> {
  return tx.execute<InvoiceRaw>(pageOf(asked, reading, limit));
}

export function pageOf(asked: Asked, reading: Reading, limit: number): SQL {
  const conditions = sql.join([...conditionsOf(asked, reading), ...afterThat(asked)], sql` and `);
  return sql`
    select r.*, c.name as client, p.name as project, case when r."closedAs" = 'paid' then
      ${settledDay(sql`r.id`, sql`r."paidAt"`, reading.zone)} end::text as "settledOn"
    from (
      select b.* from unnest(${standingsOf(asked)}) as s(standing) cross join lateral (
        select ${columns} from ${invoiceRows}
        where d.kind = 'invoice' and ${standingOf} = s.standing and ${conditions}
        order by d.created_at desc nulls last, d.id limit ${limit}
      ) b order by b.created_at desc nulls last, b.id limit ${limit}
    ) r join contacts c on c.id = r."clientId" left join projects p on p.id = r."projectId"
    order by r.created_at desc nulls last, r.id`;
}

const columns = sql`d.id, d.contact_id as "clientId", d.project_id as "projectId", d.title, d.created_at, i.number, i.currency,
  i.subtotal_cents::float8 as "subtotalCents", i.tax_cents::float8 as "taxCents", i.total_cents::float8 as "totalCents",
  i.paid_cents::float8 as "paidCents", i.pending_cents::float8 as "pendingCents",
  i.waived_cents::float8 as "waivedCents", i.deposit_cents::float8 as "depositCents",
  i.deposit_due_on::text as "depositDueOn", d.due_on::text as "dueOn", i.issued_on::text as "issuedOn",
  d.created_at as "createdAt", d.sent_at as "sentAt", i.paid_at as "paidAt", i.disputed_at as "disputedAt",
  d.closed_as as "closedAs"`;

/** In the statement itself: the driver takes no lists. */
function standingsOf({ status, age }: Asked): SQL {
  const standings = status ? [meanings[status].standing] : age ? (["open"] as const) : everyStanding;
  return sql`array[${sql.join(
    standings.map((standing) => sql`${standing}`),
    sql`, `,
  )}]::text[]`;
}

function conditionsOf(asked: Asked, { today, zone }: Reading): SQL[] {
  const { status, client, project, age, came, settled, q } = asked;
  const all: SQL[] = [sql`true`];
  const meant = status && meanings[status].and?.(today);
  if (meant) all.push(meant);
  if (client) all.push(sql`d.contact_id = ${client}::uuid`);
  if (project) all.push(sql`d.project_id = ${project}::uuid`);
  if (age)
    all.push(sql`${standingOf} = 'open' and exists (select 1 from ${parts} where ${isOfAge(age, today)})`);
  if (came) all.push(sql`d.id in (select m.document_id from ${movesOf(came, zone)} m where ${cameIn})`);
  if (settled) all.push(sql`d.id in (select s.document_id from ${settledOn(daysOf(settled), zone)} s)`);
  for (const word of q.split(/\s+/).filter(Boolean).slice(0, 6)) all.push(holds(word));
  return all;
}

/** A word of a search: part of the number, or of what the invoice is called. */
function holds(word: string): SQL {
  const like = holding(word);
  return sql`(i.number ilike ${like} or d.title ilike ${like})`;
}

/** From the row after the last one that was shown; the second condition alone would not be found along the index. */
function afterThat({ after }: Asked): SQL[] {
  if (!after) return [];
  const at = sql`(select a.created_at from documents a where a.id = ${after}::uuid)`;
  return [sql`d.created_at <= ${at}`, sql`(d.created_at < ${at} or d.id > ${after}::uuid)`];
}

/** `within`: what of it is in the age, or came on the days, that were asked for. */
export type InvoiceSum = {
  currency: string;
  count: number;
  totalCents: number;
  leftCents: number;
  within: number | null;
};

/** What all that fit come to, each currency by itself. */
export function readInvoiceSums(tx: Tx, asked: Asked, reading: Reading): Promise<InvoiceSum[]> {
  const conditions = sql.join(conditionsOf(asked, reading), sql` and `);
  return tx.execute<InvoiceSum>(sql`
    select i.currency, count(*)::int as count, sum(i.total_cents)::float8 as "totalCents",
      coalesce(sum(${leftCents}) filter (where ${standingOf} = 'open'), 0)::float8 as "leftCents",
      sum(${withinOf(asked, reading)})::float8 as within
    from unnest(${standingsOf(asked)}) as s(standing) join documents d on ${standingOf} = s.standing
    join invoices i on i.document_id = d.id
    where d.kind = 'invoice' and ${conditions} group by i.currency order by i.currency`);
}

function withinOf({ age, came }: Asked, { today, zone }: Reading): SQL {
  if (age) return sql`(select sum(part.cents) from ${parts} where ${isOfAge(age, today)})`;
  if (!came) return sql`null::bigint`;
  return sql`(select sum(m.amount_cents) from ${movesOf(came, zone)} m where m.document_id = d.id and ${cameIn})`;
}
