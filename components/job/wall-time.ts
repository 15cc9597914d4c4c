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

/** `14:31` in that zone. */
export function clockIn(zone: string, at: string): string {
  const options = { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat("en-AU", options).format(new Date(at));
}
