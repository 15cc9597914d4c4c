import { Temporal } from "temporal-polyfill";

/** Instants are UTC `Date`s; people see them in the zone of the property or the tenant, in their locale's words. */

const formats = new Map<string, Intl.DateTimeFormat>();

function format(at: Date, zone: string, options: Intl.DateTimeFormatOptions, locale = "en-AU"): string {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  let cached = formats.get(key);
  if (!cached) {
    cached = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    formats.set(key, cached);
  }
  return cached.format(at).replace(",", "").replaceAll(" ", " ");
}

/** `14:31`; in American words `2:31 PM` */
export const clock = (at: Date, zone: string, locale?: string) =>
  isAmerican(locale)
    ? format(at, zone, { hour: "numeric", minute: "2-digit" }, "en-US")
    : format(at, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** `Fri` */
export const weekday = (at: Date, zone: string) => format(at, zone, { weekday: "short" });

/** `Fri 24 Apr`; in American words `Fri, Apr 24` */
export function shortDay(at: Date, zone: string, locale?: string): string {
  const day = format(at, zone, { day: "numeric" });
  if (isAmerican(locale)) return `${weekday(at, zone)}, ${month(at, zone)} ${day}`;
  return `${weekday(at, zone)} ${day} ${month(at, zone)}`;
}

/** A day without a time, `2026-04-24`, as `shortDay` writes it. */
export const plainDay = (day: string, locale?: string) =>
  shortDay(new Date(`${day}T12:00:00Z`), "UTC", locale);

/** A time of the day without a day, `20:00`, as `clock` writes it. */
export const plainClock = (time: string, locale?: string) =>
  clock(new Date(`2000-01-01T${time}:00Z`), "UTC", locale);

const isAmerican = (locale: string | undefined) => locale === "en-US";

/** `Fri 24 April`; in American words `Fri, April 24` */
export const longDay = (at: Date, zone: string, locale?: string) =>
  isAmerican(locale)
    ? `${weekday(at, zone)}, ${dayOfMonth(at, zone, locale)}`
    : `${weekday(at, zone)} ${dayOfMonth(at, zone, locale)}`;

/** `Friday 24 April`; in American words `Friday, April 24` */
export const wholeDay = (at: Date, zone: string, locale?: string) =>
  `${format(at, zone, { weekday: "long" })}${isAmerican(locale) ? "," : ""} ${dayOfMonth(at, zone, locale)}`;

/** `24 Apr`; in American words `Apr 24` */
export function briefDay(at: Date, zone: string, locale?: string): string {
  const day = format(at, zone, { day: "numeric" });
  return isAmerican(locale) ? `${month(at, zone)} ${day}` : `${day} ${month(at, zone)}`;
}

/** `09:00 to 11:00`; in American words `9:00 to 11:00 AM`, or `11:00 AM to 1:00 PM` */
export function clockSpan(from: Date, to: Date, zone: string, locale?: string): string {
  const [first, last] = [clock(from, zone, locale), clock(to, zone, locale)];
  const isOneHalf = first.slice(-2) === last.slice(-2) && /[AP]M$/.test(first);
  return `${isOneHalf ? first.slice(0, -3) : first} to ${last}`;
}

/** `24 April`, `April 24` */
export function dayOfMonth(at: Date, zone: string, locale: string | undefined): string {
  const [day, whole] = [format(at, zone, { day: "numeric" }), format(at, zone, { month: "long" })];
  return isAmerican(locale) ? `${whole} ${day}` : `${day} ${whole}`;
}

/** `Fri 24 Apr 2026`; in American words `Fri, Apr 24, 2026` */
export const dayAndYear = (at: Date, zone: string, locale?: string) =>
  `${shortDay(at, zone, locale)}${isAmerican(locale) ? "," : ""} ${format(at, zone, { year: "numeric" })}`;

/** A day without a time as `plainDay` writes it; of another year than today's with its year. */
export const dayAsOf = (day: string, today: string, locale?: string) =>
  day.slice(0, 4) === today.slice(0, 4)
    ? plainDay(day, locale)
    : dayAndYear(new Date(`${day}T12:00:00Z`), "UTC", locale);

/** `24 April 2026`, `April 24, 2026`: a day as a contract names it. */
export const dateInFull = (at: Date, zone: string, locale?: string) =>
  `${dayOfMonth(at, zone, locale)}${isAmerican(locale) ? "," : ""} ${format(at, zone, { year: "numeric" })}`;

/** A day without a time, `2026-04-24`, as `dateInFull` writes it. */
export const plainDate = (day: string, locale?: string) =>
  dateInFull(new Date(`${day}T12:00:00Z`), "UTC", locale);

/** `Fri 24 Apr, 11:42`; in American words `Fri, Apr 24, 11:42 AM` */
export const dayAndClock = (at: Date, zone: string, locale?: string) =>
  `${shortDay(at, zone, locale)}, ${clock(at, zone, locale)}`;

/** `America/New_York` as people say it: “New York time”. */
export const zoneWords = (zone: string) => `${(zone.split("/").at(-1) ?? zone).replaceAll("_", " ")} time`;

/** `Apr`, never `Sept`: three letters in every month. */
export const month = (at: Date, zone: string) => format(at, zone, { month: "short" }).slice(0, 3);

/** `2026-04-24` in that zone. */
export function dayIn(at: Date, zone: string): string {
  return zoned(at, zone).toPlainDate().toString();
}

/** `today`, `yesterday`, or the short day: how far away a day feels in that zone. */
export function dayName(at: Date, zone: string, now: Date, locale?: string): string {
  const days = zoned(now, zone)
    .toPlainDate()
    .since(zoned(at, zone).toPlainDate(), { largestUnit: "day" }).days;
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return shortDay(at, zone, locale);
}

/**
 * `Today, Fri 24 April`, `Tuesday 21 April`, or `Tuesday 21 April 2025` of another year: what stands over a day's events.
 * In American words `Tuesday, April 21, 2025`.
 */
export function dayHeading(at: Date, zone: string, now: Date, locale?: string): string {
  if (dayIn(at, zone) === dayIn(now, zone)) return `Today, ${longDay(at, zone, locale)}`;
  const day = wholeDay(at, zone, locale);
  const year = format(at, zone, { year: "numeric" });
  if (year === format(now, zone, { year: "numeric" })) return day;
  return `${day}${isAmerican(locale) ? "," : ""} ${year}`;
}

/**
 * `11:20` of today, `Tue 17:48` of the six days before, `14 Apr` of any other day: a moment, in as few letters as will do.
 * In American words `11:20 AM`, `Tue 5:48 PM`, `Apr 14`.
 */
export function recently(at: Date, zone: string, now: Date, locale?: string): string {
  const days = zoned(now, zone)
    .toPlainDate()
    .since(zoned(at, zone).toPlainDate(), { largestUnit: "day" }).days;
  if (days === 0) return clock(at, zone, locale);
  if (days > 0 && days < 7) return `${weekday(at, zone)} ${clock(at, zone, locale)}`;
  return briefDay(at, zone, locale);
}

/** The instant at which that day begins in that zone. */
export function startOfDay(at: Date, zone: string): Date {
  return new Date(zoned(at, zone).startOfDay().epochMilliseconds);
}

/** The instants at which the next `count` days begin in that zone, today first. */
export function daysFrom(now: Date, zone: string, count: number): Date[] {
  const first = zoned(now, zone).startOfDay();
  return Array.from({ length: count }, (_, day) => new Date(first.add({ days: day }).epochMilliseconds));
}

/**
 * The instant of a wall-clock day and time (`2026-04-24`, `10:00`) in a zone. A time that a spring change skips becomes
 * the one just after it; of a doubled one the earlier counts. Undefined when either is not a real day or time.
 */
export function instantIn(zone: string, day: string, time: string): Date | undefined {
  try {
    const wall = Temporal.PlainDateTime.from(`${day}T${time}`, { overflow: "reject" });
    return new Date(wall.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds);
  } catch {
    return undefined;
  }
}

/** The first whole minute that is not before: a wait that is told as a clock time never ends too early. */
export const nextMinute = (at: Date): Date => new Date(Math.ceil(at.getTime() / 60_000) * 60_000);

/** RFC 3339 with the zone's own offset: `2026-04-24T10:00:00+10:00`. */
export function rfc3339(at: Date, zone: string): string {
  return zoned(at, zone).toString({ timeZoneName: "never", smallestUnit: "second" });
}

/** `in 2 minutes`, `in 3 hours`, `in 2 days`; `now` within a minute. Of the past: `2 minutes ago`. */
export function fromNow(at: Date, now: Date): string {
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000);
  if (minutes === 0) return "now";
  const size = Math.abs(minutes);
  const [count, unit] =
    size < 60
      ? [size, "minute"]
      : size < 1440
        ? [Math.round(size / 60), "hour"]
        : [Math.round(size / 1440), "day"];
  const words = `${count} ${unit}${count === 1 ? "" : "s"}`;
  return minutes > 0 ? `in ${words}` : `${words} ago`;
}

/** `in 42 minutes`: a wait, for somebody whose clock and zone are not known. */
export const waitWords = (seconds: number) =>
  fromNow(new Date(seconds * 1000), new Date(0)).replace("now", "in a moment");

const zoned = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
