import { clock } from "@/lib/dates";

/** When a business works, by weekday (1 is Monday), as wall-clock times. A day that is missing is a day off. */
export type WorkingHours = Record<string, [opens: string, closes: string]>;

/** The weekdays, Monday first, by their numbers. */
export const weekdays = [
  { day: "1", name: "Monday" },
  { day: "2", name: "Tuesday" },
  { day: "3", name: "Wednesday" },
  { day: "4", name: "Thursday" },
  { day: "5", name: "Friday" },
  { day: "6", name: "Saturday" },
  { day: "7", name: "Sunday" },
] as const;

/**
 * Working hours as people write them on a door, days of the same hours together: `Monday to Friday, 08:00 to 17:00`, then
 * `Saturday, 09:00 to 13:00`. In American words `8:00 AM to 5:00 PM`.
 */
export function hoursWords(hours: WorkingHours, locale: string): string[] {
  return runsOf(hours).map(({ first, last, opens, closes }) => {
    const days = first === last ? first : `${first} to ${last}`;
    return `${days}, ${wallClock(opens, locale)} to ${wallClock(closes, locale)}`;
  });
}

type Run = { first: string; last: string; opens: string; closes: string };

/** Neighbouring days of the same hours. */
function runsOf(hours: WorkingHours): Run[] {
  const runs: Run[] = [];
  let yesterday: Run | undefined;
  for (const { day, name } of weekdays) {
    const [opens, closes] = hours[day] ?? [];
    if (opens === undefined || closes === undefined) {
      yesterday = undefined;
    } else if (yesterday?.opens === opens && yesterday.closes === closes) {
      yesterday.last = name;
    } else {
      yesterday = { first: name, last: name, opens, closes };
      runs.push(yesterday);
    }
  }
  return runs;
}

/** `17:00` on a clock of nowhere in particular. */
const wallClock = (time: string, locale: string) => clock(new Date(`2000-01-01T${time}Z`), "UTC", locale);
