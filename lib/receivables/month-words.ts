import { briefDay, month as shortName } from "@/lib/dates";
import type { Days } from "./months";

/** Months and spans of days as people write them. */

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** “7” of `2026-05-07` */
export const dayNumber = (day: string): string => String(Number(day.slice(8)));

/** “1 to 7 May”; in American words “May 1 to 7”. Of two months “28 Apr to 3 May”. */
export function spanWords({ from, until }: Days, locale: string): string {
  const [first, last] = [briefDay(noon(from), "UTC", locale), briefDay(noon(until), "UTC", locale)];
  if (from === until) return first;
  if (from.slice(0, 7) !== until.slice(0, 7)) return `${first} to ${last}`;
  return locale === "en-US" ? `${first} to ${dayNumber(until)}` : `${dayNumber(from)} to ${last}`;
}

/** “May” of `2026-05` */
export const longMonth = (month: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(noon(`${month}-01`));

/** “May 2026” */
export const monthAndYear = (month: string, locale: string): string =>
  `${longMonth(month, locale)} ${month.slice(0, 4)}`;

/** “Sep” */
export const shortMonth = (month: string): string => shortName(noon(`${month}-01`), "UTC");
