import { instantIn } from "@/lib/dates";

/** Months and days as words of the calendar, `2026-05` and `2026-05-31`: what a month is, its business’s zone decides. */

/** A span of days, both with it. */
export type Days = { from: string; until: string };

export const monthOf = (day: string): string => day.slice(0, 7);

/** So many months later; earlier, below nothing. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, of = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, of - 1 + count, 1)).toISOString().slice(0, 7);
}

export const daysOf = (month: string): Days => ({ from: `${month}-01`, until: lastDayOf(month) });

function lastDayOf(month: string): string {
  const next = Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`);
  return new Date(next - 1).toISOString().slice(0, 10);
}

/** The weeks of a month by its days, so that those of two months can be held against each other: 1 to 7, … 29 to its end. */
export function weeksOf(month: string): Days[] {
  const last = Number(lastDayOf(month).slice(8));
  return [1, 8, 15, 22, 29]
    .filter((first) => first <= last)
    .map((first) => ({ from: dayOf(month, first), until: dayOf(month, Math.min(first + 6, last)) }));
}

const dayOf = (month: string, day: number) => `${month}-${String(day).padStart(2, "0")}`;

/** The same day of another month, or its last one where it is shorter. */
export function sameDayOf(month: string, day: string): string {
  const last = lastDayOf(month);
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
}

export const isWithin = (day: string, { from, until }: Days): boolean => day >= from && day <= until;

/** The instant at which a plain day begins there. */
export function beginningOf(day: string, zone: string): Date {
  const at = instantIn(zone, day, "00:00");
  if (!at) throw new Error(`${day} is no day.`);
  return at;
}
