import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { monthAndYear, shortMonth } from "./month-words";
import { daysOf, monthAfter, monthOf } from "./months";
import { settledOn } from "./moves";
import type { Reading } from "./reading";
import type { DaysToPayView } from "./views";

const monthsShown = 12;

type Taken = { month: string; count: number; days: number };

/** How many days it took from the sending until nothing was left to pay, by the month in which that was; this one with it. */
export async function readDaysToPay(tx: Tx, { zone, locale, today }: Reading): Promise<DaysToPayView> {
  const first = monthAfter(monthOf(today), 1 - monthsShown);
  const taken = await tx.execute<Taken>(sql`
    select to_char(s.day, 'YYYY-MM') as month, count(*)::int as count, sum(s.took)::int as days
    from ${settledOn({ from: daysOf(first).from, until: today }, zone)} s group by 1`);
  const months = Array.from({ length: monthsShown }, (_, place) => monthAfter(first, place));
  return {
    ...averageOf(taken),
    months: months.map((month) => ({
      month,
      label: shortMonth(month),
      words: monthAndYear(month, locale),
      ...averageOf(taken.filter((each) => each.month === month)),
    })),
  };
}

/** Each invoice counts as much as another. */
function averageOf(taken: Taken[]): { days: number | null; count: number } {
  const count = taken.reduce((sum, each) => sum + each.count, 0);
  const days = taken.reduce((sum, each) => sum + each.days, 0);
  return { count, days: count > 0 ? Math.round(days / count) : null };
}
