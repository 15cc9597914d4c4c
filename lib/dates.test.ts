import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clock,
  dayAndClock,
  dayAndYear,
  dayHeading,
  dayIn,
  dayName,
  daysFrom,
  fromNow,
  instantIn,
  longDay,
  month,
  recently,
  rfc3339,
  shortDay,
  waitWords,
  weekday,
} from "./dates";

const sydney = "Australia/Sydney";
const chicago = "America/Chicago";
const friday = new Date("2026-04-24T00:12:00Z");

describe("a day and a time, in the words of the design", () => {
  test("are those of the zone that they happen in", () => {
    expect(clock(friday, sydney)).toBe("10:12");
    expect(clock(friday, chicago)).toBe("19:12");
    expect(weekday(friday, sydney)).toBe("Fri");
    expect(weekday(friday, chicago)).toBe("Thu");
    expect(dayIn(friday, chicago)).toBe("2026-04-23");
  });

  test("are written without commas or full stops but for the one before the clock", () => {
    expect(shortDay(friday, sydney)).toBe("Fri 24 Apr");
    expect(longDay(friday, sydney)).toBe("Fri 24 April");
    expect(dayAndYear(friday, sydney)).toBe("Fri 24 Apr 2026");
    expect(dayAndClock(friday, sydney)).toBe("Fri 24 Apr, 10:12");
  });

  test("are American where the business is", () => {
    const noon = new Date("2026-04-24T17:09:00Z");
    expect(clock(friday, chicago, "en-US")).toBe("7:12 PM");
    expect(clock(noon, chicago, "en-US")).toBe("12:09 PM");
    expect(shortDay(friday, chicago, "en-US")).toBe("Thu, Apr 23");
    expect(dayAndClock(friday, chicago, "en-US")).toBe("Thu, Apr 23, 7:12 PM");
    expect(dayAndClock(friday, chicago, "en-AU")).toBe(dayAndClock(friday, chicago));
  });

  test("midnight is 00:00, never 24:00", () => {
    expect(clock(new Date("2026-04-23T14:00:00Z"), sydney)).toBe("00:00");
  });

  test("every month has three letters, September too", () => {
    const months = Array.from({ length: 12 }, (_, at) => month(new Date(Date.UTC(2026, at, 15)), sydney));
    expect(months.join(" ")).toBe("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
  });

  test("today and yesterday are counted by the zone's own midnight", () => {
    expect(dayName(new Date("2026-04-23T14:00:00Z"), sydney, friday)).toBe("Today");
    expect(dayName(new Date("2026-04-23T13:59:59Z"), sydney, friday)).toBe("Yesterday");
    expect(dayName(new Date("2026-04-22T13:59:59Z"), sydney, friday)).toBe("Wed 22 Apr");
    expect(dayName(new Date("2026-04-25T00:00:00Z"), sydney, friday)).toBe("Sat 25 Apr");
  });

  test.each([
    [0, "now"],
    [29, "now"],
    [61, "in 1 minute"],
    [42 * 60, "in 42 minutes"],
    [59.6 * 60, "in 1 hour"],
    [3 * 3600, "in 3 hours"],
    [2 * 86_400, "in 2 days"],
    [-120, "2 minutes ago"],
    [-86_400, "1 day ago"],
  ])("%d seconds from now is “%s”", (seconds, words) => {
    expect(fromNow(new Date(friday.getTime() + seconds * 1000), friday)).toBe(words);
  });

  test("a wait is told without a clock", () => {
    expect(waitWords(42 * 60)).toBe("in 42 minutes");
    expect(waitWords(5)).toBe("in a moment");
  });
});

describe("the two days a year when Sydney changes its clocks", () => {
  test("a time that the spring change skips becomes the one just after it", () => {
    expect(instantIn(sydney, "2026-10-04", "01:59")?.toISOString()).toBe("2026-10-03T15:59:00.000Z");
    expect(instantIn(sydney, "2026-10-04", "02:30")?.toISOString()).toBe("2026-10-03T16:30:00.000Z");
    expect(clock(new Date("2026-10-03T16:30:00Z"), sydney)).toBe("03:30");
    expect(instantIn(sydney, "2026-10-04", "03:30")?.toISOString()).toBe("2026-10-03T16:30:00.000Z");
  });

  test("of a time that the autumn change doubles, the earlier counts, and each is written with its own offset", () => {
    const earlier = instantIn(sydney, "2026-04-05", "02:30");
    expect(earlier?.toISOString()).toBe("2026-04-04T15:30:00.000Z");
    expect(earlier && rfc3339(earlier, sydney)).toBe("2026-04-05T02:30:00+11:00");
    expect(rfc3339(new Date("2026-04-04T16:30:00Z"), sydney)).toBe("2026-04-05T02:30:00+10:00");
  });

  test("a day begins at its own midnight, though it has 23 or 25 hours", () => {
    const [spring, afterSpring] = daysFrom(new Date("2026-10-03T20:00:00Z"), sydney, 2);
    expect(spring).toEqual(new Date("2026-10-03T14:00:00Z"));
    expect(afterSpring).toEqual(new Date("2026-10-04T13:00:00Z"));
    const [autumn, afterAutumn] = daysFrom(new Date("2026-04-05T03:00:00Z"), sydney, 2);
    expect(autumn).toEqual(new Date("2026-04-04T13:00:00Z"));
    expect(afterAutumn).toEqual(new Date("2026-04-05T14:00:00Z"));
  });
});

describe("how long ago something was", () => {
  const hours = (count: number) => new Date(friday.getTime() - count * 3_600_000);

  test("is a clock today, a day and a clock in the six days before, and a date beyond and ahead", () => {
    expect(recently(hours(1), sydney, friday)).toBe("09:12");
    expect(recently(hours(11), sydney, friday)).toBe("Thu 23:12");
    expect(recently(hours(6 * 24), sydney, friday)).toBe("Sat 10:12");
    expect(recently(hours(7 * 24), sydney, friday)).toBe("17 Apr");
    expect(recently(hours(-24), sydney, friday)).toBe("25 Apr");
  });

  test("is American where the business is", () => {
    const told = [1, 12, 7 * 24].map((count) => recently(hours(count), chicago, friday, "en-US"));
    expect(told).toEqual(["6:12 PM", "7:12 AM", "Apr 16"]);
    expect(recently(hours(24), chicago, friday, "en-US")).toBe("Wed 7:12 PM");
    expect(dayHeading(hours(1), chicago, friday, "en-US")).toBe("Today, Thu, April 23");
    expect(dayHeading(hours(72), chicago, friday, "en-US")).toBe("Monday, April 20");
    expect(dayHeading(hours(24 * 365), chicago, friday, "en-US")).toBe("Wednesday, April 23, 2025");
    expect(dayName(hours(72), chicago, friday, "en-US")).toBe("Mon, Apr 20");
  });

  test("stands over a day’s events, with the year of another one", () => {
    expect(dayHeading(hours(1), sydney, friday)).toBe("Today, Fri 24 April");
    expect(dayHeading(hours(72), sydney, friday)).toBe("Tuesday 21 April");
    expect(dayHeading(hours(24 * 365), sydney, friday)).toBe("Thursday 24 April 2025");
  });
});

describe("what a person types as a day and a time", () => {
  test.each([
    ["2026-02-29", "10:00"],
    ["2026-04-31", "10:00"],
    ["2026-13-01", "10:00"],
    ["2026-04-24", "24:00"],
    ["2026-04-24", "10:60"],
    ["24/04/2026", "10:00"],
    ["", ""],
  ])("%j %j is no time, and is refused without an error", (day, time) => {
    expect(instantIn(sydney, day, time)).toBeUndefined();
  });

  test("comes back as it was typed, in every zone, wherever the clock shows it at all", () => {
    const zone = fc.constantFrom(sydney, chicago, "Australia/Lord_Howe", "Asia/Kathmandu", "UTC");
    const day = fc
      .date({ min: new Date("2020-01-01"), max: new Date("2037-12-31"), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
    fc.assert(
      fc.property(zone, day, time, (where, typedDay, typedTime) => {
        const at = instantIn(where, typedDay, typedTime);
        expect(at).toBeDefined();
        if (!at) return;
        const shown = `${dayIn(at, where)} ${clock(at, where)}`;
        const skipped = shown !== `${typedDay} ${typedTime}`;
        // Only a spring change moves a time, by an hour at most, and forwards.
        expect(shown >= `${typedDay} ${typedTime}`).toBe(true);
        if (skipped) expect(hoursOf(at, where)).toBeLessThan(24);
      }),
      { numRuns: 300 },
    );
  });

  test("an instant survives being written as RFC 3339 and read again, to the second, whatever the zone", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_102_444_800 }),
        fc.constantFrom(sydney, chicago, "Asia/Kathmandu", "UTC"),
        (seconds, where) => {
          const written = rfc3339(new Date(seconds * 1000), where);
          expect(written).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
          expect(new Date(written).getTime()).toBe(seconds * 1000);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function hoursOf(at: Date, zone: string): number {
  const [begins, ends] = daysFrom(at, zone, 2);
  return ((ends?.getTime() ?? 0) - (begins?.getTime() ?? 0)) / 3_600_000;
}
