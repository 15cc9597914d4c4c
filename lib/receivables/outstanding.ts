import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { amountWords } from "@/lib/money";
import { type Age, ageNames, ages } from "./ages";
import { invoiceRows, isLate, isOfAge, isOpen, parts } from "./owed";
import type { Reading } from "./reading";
import type { AgeBar, OutstandingView, OwedView } from "./views";

type AgeSum = { currency: string; age: Age; count: number; cents: number };
type Sum = { currency: string; count: number; cents: number; lateCount: number; lateCents: number };

/** What is owed by age, and what is on its way; in the business's own currency, others told beside it. */
export async function readOutstanding(tx: Tx, reading: Reading): Promise<OutstandingView> {
  const [byAge, sums, pending] = [
    await readAges(tx, reading.today),
    await readOwed(tx, reading.today),
    await readPending(tx),
  ];
  const own = ({ currency }: { currency: string }) => currency === reading.currency;
  const { count = 0, cents = 0, lateCount = 0, lateCents = 0 } = sums.find(own) ?? {};
  const pendingCents = pending.find(own)?.cents ?? 0;
  return {
    amount: amountWords(cents, reading),
    count,
    overdue: lateCount > 0 ? { amount: amountWords(lateCents, reading), count: lateCount } : null,
    pending: pendingCents > 0 ? amountWords(pendingCents, reading) : null,
    others: sums
      .filter((sum) => !own(sum))
      .map((sum) => amountWords(sum.cents, { ...reading, currency: sum.currency })),
    bars: ageNames.map((age) => barOf(age, byAge.filter(own), reading)),
  };
}

function barOf(age: Age, sums: AgeSum[], reading: Reading): AgeBar {
  const { cents = 0, count = 0 } = sums.find((sum) => sum.age === age) ?? {};
  return { age, words: ages[age].words, cents, amount: amountWords(cents, reading), count };
}

/** An invoice whose deposit is late and whose rest is not counts in both ages, each with its part. */
function readAges(tx: Tx, today: string): Promise<AgeSum[]> {
  const ageOf = sql`case ${sql.join(
    ageNames.map((age) => sql`when ${isOfAge(age, today)} then ${age}`),
    sql` `,
  )} end`;
  return tx.execute<AgeSum>(sql`
    select currency, age, count(distinct id)::int as count, sum(cents)::float8 as cents from (
      select d.id, i.currency, part.cents, ${ageOf} as age from ${invoiceRows} cross join ${parts} where ${isOpen}
    ) owed group by currency, age`);
}

function readOwed(tx: Tx, today: string, of = sql`true`): Promise<Sum[]> {
  return tx.execute<Sum>(sql`
    select currency, count(distinct id)::int as count, sum(cents)::float8 as cents,
      count(distinct id) filter (where late)::int as "lateCount",
      coalesce(sum(cents) filter (where late), 0)::float8 as "lateCents"
    from (
      select d.id, i.currency, part.cents, ${isLate(today)} as late
      from ${invoiceRows} cross join ${parts} where ${isOpen} and ${of}
    ) owed group by currency order by currency`);
}

const readPending = (tx: Tx) =>
  tx.execute<{ currency: string; cents: number }>(sql`
    select i.currency, sum(i.pending_cents)::float8 as cents from ${invoiceRows}
    where ${isOpen} group by i.currency`);

/** What one client owes, or is owed of one project; null where nothing is. */
export async function readOwedOf(
  tx: Tx,
  whose: { clientId: string } | { projectId: string },
  { today, ...look }: Reading,
): Promise<OwedView | null> {
  const of =
    "clientId" in whose
      ? sql`d.contact_id = ${whose.clientId}::uuid`
      : sql`d.project_id = ${whose.projectId}::uuid`;
  const sums = await readOwed(tx, today, of);
  if (sums.length === 0) return null;
  const words = (cents: (sum: Sum) => number) =>
    sums
      .filter((sum) => cents(sum) > 0)
      .map((sum) => amountWords(cents(sum), { ...look, currency: sum.currency }))
      .join(" and ");
  return {
    amount: words((sum) => sum.cents),
    overdue: words((sum) => sum.lateCents) || null,
    count: sums.reduce((count, sum) => count + sum.count, 0),
  };
}
