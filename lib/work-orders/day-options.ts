import { dayIn, daysFrom, month, shortDay, weekday } from "@/lib/dates";
import type { DayOption } from "./views";

const offered = 14;

/** The days that the schedule sheet offers, today first, and the one it begins with: the next working day at ten. */
export function dayOptions(
  now: Date,
  zone: string,
  locale: string,
): { days: DayOption[]; suggestion: { day: string; time: string } } {
  const begins = daysFrom(now, zone, offered);
  const days = begins.map((day, place) => ({
    value: dayIn(day, zone),
    weekday: place === 0 ? "Today" : weekday(day, zone),
    day: String(Number(dayIn(day, zone).slice(8))),
    month: month(day, zone),
    label: shortDay(day, zone, locale),
  }));
  const working = begins.findIndex((day, place) => place > 0 && !["Sat", "Sun"].includes(weekday(day, zone)));
  return { days, suggestion: { day: days[working]?.value ?? "", time: "10:00" } };
}
