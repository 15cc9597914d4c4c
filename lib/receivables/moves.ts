import { type SQL, sql } from "drizzle-orm";
import { beginningOf, type Days } from "./months";

/** When money came, as SQL: the same days as `ledgerDay` of the invoices tells, for lists that are too long to be read whole. */

/** The day on which a payment came: what was recorded by hand has the one that was written down. */
const cameOn = (zone: string): SQL => sql`coalesce(p.paid_on, ${dayOf(sql`p.received_at`, zone)})`;

const dayOf = (at: SQL, zone: string): SQL => sql`(${at} at time zone ${zone})::date`;

/**
 * What came and went on these days, as rows of document, currency, day and cents. Nothing is recorded ahead of its day, so
 * the ledger is read along its times from the first day on, and of the payments no more than those.
 */
export const movesOf = (days: Days, zone: string): SQL => sql`(
  select m.document_id, m.currency, m.kind, m.amount_cents, m.day from (
    select l.document_id, p.currency, l.kind, l.amount_cents,
      coalesce(case when l.kind = 'payment' then ${cameOn(zone)} end, ${dayOf(sql`l.at`, zone)}) as day
    from ledger l cross join lateral (
      select p.currency, p.paid_on, p.received_at from payments p where p.id = l.payment_id offset 0
    ) p
    where l.at >= ${beginningOf(days.from, zone).toISOString()}::timestamptz
  ) m where m.day between ${days.from}::date and ${days.until}::date)`;

/** Money from outside; a refund that came back is none. */
export const cameIn = sql`m.kind in ('payment', 'reinstated')`;

/** What a bank gave up again closed an invoice where both were one moment; what it gives up later changes nothing of that. */
const closedIt = (paidAt: SQL): SQL => sql`(l.kind = 'reinstated' and l.at <= ${paidAt})`;

/**
 * The invoices that were settled on these days, as rows of document, day and the days that it took from the sending: the day
 * of the last money, never below nothing.
 */
export const settledOn = (days: Days, zone: string): SQL => {
  const from = sql`${beginningOf(days.from, zone).toISOString()}::timestamptz`;
  return sql`(
  select s.document_id, s.day, greatest(0, s.day - s.issued_on) as took from (
    select i.document_id, i.issued_on, coalesce(greatest(last.day, again.day), ${dayOf(sql`i.paid_at`, zone)}) as day
    from invoices i left join (
      select p.document_id, max(${cameOn(zone)}) as day
      from payments p where p.received_at >= ${from} and p.state = 'received'
      group by p.document_id
    ) last on last.document_id = i.document_id left join lateral (
      select ${dayOf(sql`max(l.at)`, zone)} as day from ledger l
      where l.document_id = i.document_id and ${closedIt(sql`i.paid_at`)}
    ) again on true
    where i.paid_at >= ${from} and i.issued_on is not null
  ) s where s.day between ${days.from}::date and ${days.until}::date)`;
};

/** The same day of one invoice that is paid, by its id and the moment at which nothing was left. */
export const settledDay = (documentId: SQL, paidAt: SQL, zone: string): SQL => sql`coalesce(greatest(
  (select max(${cameOn(zone)}) from payments p where p.document_id = ${documentId} and p.state = 'received'),
  (select ${dayOf(sql`max(l.at)`, zone)} from ledger l where l.document_id = ${documentId} and ${closedIt(paidAt)})),
  ${dayOf(paidAt, zone)})`;
