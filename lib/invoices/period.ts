import { z } from "zod";

/** From which day to which a statement goes: plain days, both of them in it. */
export type Period = { from: string; until: string };

const day = z.iso.date().optional().catch(undefined);

/** As the address of a page says it; whatever is not understood is left out. */
export const periodAsked = z.object({ from: day, until: day });

/**
 * The period that is asked for: this year up to today, where nothing is. It ends today at the latest, and of two days the
 * earlier one begins it.
 */
export function periodOf({ from, until }: z.output<typeof periodAsked>, today: string): Period {
  const last = earlier(until ?? today, today);
  const first = earlier(from ?? `${last.slice(0, 4)}-01-01`, today);
  return first <= last ? { from: first, until: last } : { from: last, until: first };
}

const earlier = (one: string, other: string) => (one < other ? one : other);

/** “This year” and “Last year”, the ones that are asked for most. */
export function usualPeriods(today: string): (Period & { name: string })[] {
  const year = Number(today.slice(0, 4));
  return [
    { name: "This year", from: `${year}-01-01`, until: today },
    { name: "Last year", from: `${year - 1}-01-01`, until: `${year - 1}-12-31` },
  ];
}
