import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { amountWords } from "@/lib/money";
import { lateWords } from "./ages";
import { invoiceRows, isLate, isOpen, lateDays, parts } from "./owed";
import type { Reading } from "./reading";
import type { LateView } from "./views";

const pageSize = 8;

type Raw = {
  id: string;
  clientId: string;
  client: string;
  title: string;
  number: string | null;
  currency: string;
  since: string;
  days: number;
  cents: number;
};

/** What has been late the longest, page by page: what is open alone is read, however much was paid. */
export async function readLate(tx: Tx, reading: Reading, after: string | undefined): Promise<LateView> {
  const [day, id] = after?.split("~") ?? [];
  const from = day && id ? sql`where (late.since, late.id) > (${day}::date, ${id}::uuid)` : sql``;
  const read = await tx.execute<Raw>(sql`
    select late.id, late."clientId", c.name as client, late.title, late.number, late.currency, late.since::text as since,
      late.days, late.cents::float8 as cents
    from (
      select d.id, d.contact_id as "clientId", d.title, i.number, i.currency, min(part.due_on) as since,
        max(${lateDays(reading.today)})::int as days, sum(part.cents) as cents
      from ${invoiceRows} cross join ${parts} where ${isOpen} and ${isLate(reading.today)}
      group by d.id, d.contact_id, d.title, i.number, i.currency
    ) late join contacts c on c.id = late."clientId"
    ${from} order by late.since, late.id limit ${pageSize + 1}`);
  const shown = read.slice(0, pageSize);
  const last = read.length > pageSize ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ since: _, days, cents, currency, ...row }) => ({
      ...row,
      late: lateWords(days),
      amount: amountWords(cents, { ...reading, currency }),
    })),
    after: last ? `${last.since}~${last.id}` : null,
  };
}
