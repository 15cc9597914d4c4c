const dayMs = 86_400_000;

/**
 * The instant of a wall-clock day and time (`2026-04-24`, `10:00`) in a zone, as `instantIn` of lib/dates has it, but
 * without its calendar library: this goes to the phone.
 */
export function instantOf(zone: string, day: string, time: string): Date {
  const wallMs = Date.parse(`${day}T${time}Z`);
  const offsetMs = (atMs: number) => wallClock(zone, atMs) - atMs;
  const [before, after] = [offsetMs(wallMs - dayMs), offsetMs(wallMs + dayMs)];
  const fits = [before, after].find((offset) => offsetMs(wallMs - offset) === offset);
  return new Date(wallMs - (fits ?? before));
}

/** What a clock on the wall shows then, read as if it were UTC. Swedish writes it `2026-04-24 10:00:00`. */
function wallClock(zone: string, atMs: number): number {
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  const wholeSecondMs = Math.floor(atMs / 1000) * 1000;
  return Date.parse(`${shown.format(wholeSecondMs).replace(" ", "T")}Z`) + (atMs - wholeSecondMs);
}

/** Where a job is, and in whose words its times are written. */
export type Place = { zone: string; locale: string };

/** `14:31` there; in American words `2:31 PM`. As `clock` of lib/dates writes it. */
export function clockIn({ zone, locale }: Place, at: string): string {
  const look = isAmerican(locale)
    ? ({ hour: "numeric", minute: "2-digit" } as const)
    : ({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const);
  const format = new Intl.DateTimeFormat(isAmerican(locale) ? "en-US" : "en-AU", { timeZone: zone, ...look });
  return format.format(new Date(at));
}

/** A time as a field has it, `14:30`, as `clockIn` writes it. */
export const timeWords = (time: string, locale: string) =>
  clockIn({ zone: "UTC", locale }, `2000-01-01T${time}Z`);

/** A day as a field has it, `2026-04-24`: `Fri 24 Apr`; in American words `Fri, Apr 24`. As `plainDay` of lib/dates writes it. */
export function dayWords(day: string, locale: string): string {
  const at = new Date(`${day}T12:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) =>
    at.toLocaleDateString("en-AU", { timeZone: "UTC", ...options });
  const [weekday, date] = [part({ weekday: "short" }), part({ day: "numeric" })];
  const month = part({ month: "short" }).slice(0, 3);
  return isAmerican(locale) ? `${weekday}, ${month} ${date}` : `${weekday} ${date} ${month}`;
}

const isAmerican = (locale: string) => locale === "en-US";
