import { Temporal } from "temporal-polyfill";

export type StoryClock = (day: number, time: string) => Date;

const noon = 12 * 60;

/**
 * The story's days and times as instants: day 0 is today. The story ends before noon, so before noon its morning is
 * pressed together to end just now, and nothing in it lies ahead of the reader's own clock.
 */
export function storyClock(zone: string, now: Date): StoryClock {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const sinceMidnight = local.hour * 60 + local.minute + local.second / 60;
  const pace = sinceMidnight >= noon ? 1 : sinceMidnight / noon;
  return (day, time) => {
    const [hours = 0, minutes = 0] = time.split(":").map(Number);
    const minute = (hours * 60 + minutes) * (day === 0 ? pace : 1);
    const at = local
      .startOfDay()
      .add({ days: day })
      .add({ seconds: Math.floor(minute * 60) });
    return new Date(at.epochMilliseconds);
  };
}
