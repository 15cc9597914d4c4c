import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { amountWords, briefAmount } from "@/lib/money";
import { dayNumber, longMonth, spanWords } from "./month-words";
import { type Days, daysOf, isWithin, monthAfter, monthOf, sameDayOf, weeksOf } from "./months";
import { cameIn, movesOf } from "./moves";
import type { Reading } from "./reading";
import type { CameView, WeekBar } from "./views";

/** What came and what went on one day, in cents; both above nothing. */
type Move = { day: string; came: number; went: number };

/** What came this month, by week, against the month before; in the business's own currency. */
export async function readCame(tx: Tx, reading: Reading): Promise<CameView> {
  const month = monthOf(reading.today);
  const last = monthAfter(month, -1);
  const days = { from: daysOf(last).from, until: reading.today };
  const moves = await tx.execute<Move>(sql`
    select m.day::text as day, coalesce(sum(m.amount_cents) filter (where ${cameIn}), 0)::float8 as came,
      coalesce(-sum(m.amount_cents) filter (where not ${cameIn}), 0)::float8 as went
    from ${movesOf(days, reading.zone)} m where m.currency = ${reading.currency} group by m.day`);
  return cameView(moves, month, reading);
}

function cameView(moves: Move[], month: string, reading: Reading): CameView {
  const last = monthAfter(month, -1);
  const words = (cents: number) => amountWords(cents, reading);
  const soFar = { from: daysOf(last).from, until: sameDayOf(last, reading.today) };
  const [came, lastSoFar] = [cameOn(moves, daysOf(month)), cameOn(moves, soFar)];
  const went = sum(moves.filter(({ day }) => isWithin(day, daysOf(month))).map((move) => move.went));
  return {
    month: longMonth(month, reading.locale),
    lastMonth: longMonth(last, reading.locale),
    amount: words(came),
    wentBack: went > 0 ? words(went) : null,
    lastSoFar: words(lastSoFar),
    lastAll: words(cameOn(moves, daysOf(last))),
    change:
      came === lastSoFar ? null : { amount: words(Math.abs(came - lastSoFar)), isMore: came > lastSoFar },
    weeks: weekBars(moves, month, reading),
  };
}

const cameOn = (moves: Move[], days: Days): number =>
  sum(moves.filter(({ day }) => isWithin(day, days)).map(({ came }) => came));

const sum = (cents: number[]) => cents.reduce((total, each) => total + each, 0);

/** As many as the longer of the two months has. */
function weekBars(moves: Move[], month: string, reading: Reading): WeekBar[] {
  const lastWeeks = weeksOf(monthAfter(month, -1));
  return weeksOf(month).map((days, place) => {
    const cents = cameOn(moves, days);
    const before = lastWeeks[place];
    const lastCents = before ? cameOn(moves, before) : 0;
    return {
      ...{ days, cents, amount: amountWords(cents, reading), brief: briefAmount(cents, reading) },
      label: `${dayNumber(days.from)}${days.from === days.until ? "" : `–${dayNumber(days.until)}`}`,
      words: spanWords(days, reading.locale),
      isAhead: days.from > reading.today,
      last: before ? { cents: lastCents, amount: amountWords(lastCents, reading) } : null,
    };
  });
}
