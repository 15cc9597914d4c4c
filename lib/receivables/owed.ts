import { type SQL, sql } from "drizzle-orm";
import { type Age, ages } from "./ages";

/**
 * What is owed, as SQL over `d` of documents and `i` of their invoices. An invoice is owed once it was sent and until it is
 * over; what is on its way from a bank, and what was given back while it was paid, is left out, as on the invoice itself.
 */

/** As the index of invoices has it: draft, open, or how it ended. */
export const standingOf = sql`(case when d.closed_as is not null then d.closed_as
  when d.sent_at is null then 'draft' else 'open' end)`;

export const invoiceRows = sql`documents d join invoices i on i.document_id = d.id`;

export const isOpen = sql`d.kind = 'invoice' and ${standingOf} = 'open'`;

/** What an invoice does not ask for any more, as `settledCents` of it; `invoice` is what its row is called in the query. */
export const settledIn = (invoice: SQL): SQL =>
  sql`(${invoice}.paid_cents + ${invoice}.pending_cents + ${invoice}.waived_cents)`;

/** Whether its deposit is not there yet. */
export const lacksDeposit = (invoice: SQL): SQL => sql`${invoice}.deposit_cents > ${settledIn(invoice)}`;

const settledCents = settledIn(sql`i`);

export const leftCents = sql`greatest(0, i.total_cents - ${settledCents})`;

/** What of the deposit is asked for now, ahead of the rest; nothing where the rest is asked for with it. */
const depositCents = sql`(case when coalesce(i.deposit_cents, 0) - ${settledCents} between 1 and ${leftCents} - 1
  then i.deposit_cents - ${settledCents} else 0 end)`;

/** An invoice by its days, as `part`: the deposit has one of its own while it is asked for. */
export const parts = sql`lateral (select * from (values
    (${depositCents}, coalesce(i.deposit_due_on, d.due_on)),
    (${leftCents} - ${depositCents}, d.due_on)) v(cents, due_on) where v.cents > 0) part`;

/** So many days late. What has no day is not. */
export const lateDays = (today: string): SQL => sql`coalesce(${today}::date - part.due_on, 0)`;

export const isLate = (today: string): SQL => sql`part.due_on < ${today}::date`;

/** Whether a part is of that age. */
export function isOfAge(age: Age, today: string): SQL {
  const { least, most } = ages[age];
  const late = lateDays(today);
  if (least === -Infinity) return sql`${late} <= ${most}::int`;
  return most === Infinity
    ? sql`${late} >= ${least}::int`
    : sql`${late} between ${least}::int and ${most}::int`;
}
