import { Temporal } from "temporal-polyfill";
import type { WorkingHours } from "./hours";

/** A time of a crew: they arrive at some moment from its start to its end. */
export type Slot = { startsAt: Date; endsAt: Date };

type Workday = {
  hours: WorkingHours;
  /** Of the place: the working hours are read on its clock. */
  zone: string;
  windowMinutes: number;
};

type Asked = Workday & {
  /** The first instant at which a slot may begin. */
  from: Date;
  /** How many days are looked at, the day of `from` first. */
  days: number;
  /** When the crew is somewhere else. */
  taken: readonly Slot[];
};

/**
 * The free times of a crew, in order: one window after another from when the day begins, for as long as they fit into its
 * hours. A window in which the clocks are changed is left out: it would be longer or shorter than it says.
 */
export function slotsFrom({ from, days, taken, ...workday }: Asked): Slot[] {
  const first = zoned(from, workday.zone).toPlainDate();
  return Array.from({ length: days }, (_, day) => windowsOn(first.add({ days: day }), workday))
    .flat()
    .filter((slot) => slot.startsAt >= from && !taken.some((other) => overlap(slot, other)));
}

function windowsOn(day: Temporal.PlainDate, { hours, zone, windowMinutes }: Workday): Slot[] {
  const [opens, closes] = (hours[day.dayOfWeek] ?? []).map((time) => day.toPlainDateTime(time));
  if (!opens || !closes) return [];
  const minutes = opens.until(closes).total("minutes");
  const places = Array.from({ length: Math.floor(minutes / windowMinutes) }, (_, place) => place);
  return places.flatMap((place) => {
    const start = opens.add({ minutes: place * windowMinutes });
    return windowOf(start, start.add({ minutes: windowMinutes }), zone) ?? [];
  });
}

/** Undefined where the clock never shows its start or its end, or shows them further apart or closer than they say. */
function windowOf(
  start: Temporal.PlainDateTime,
  end: Temporal.PlainDateTime,
  zone: string,
): Slot | undefined {
  const [first, last] = [start.toZonedDateTime(zone), end.toZonedDateTime(zone)];
  const isShown = first.toPlainDateTime().equals(start) && last.toPlainDateTime().equals(end);
  const isWhole = first.until(last).total("minutes") === start.until(end).total("minutes");
  return isShown && isWhole ? { startsAt: dateOf(first), endsAt: dateOf(last) } : undefined;
}

export const overlap = (one: Slot, other: Slot) => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

const dateOf = ({ epochMilliseconds }: Temporal.ZonedDateTime) => new Date(epochMilliseconds);

const zoned = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
