import fc from "fast-check";
import { expect, test } from "vitest";
import { clock, instantIn, plainClock, plainDay } from "@/lib/dates";
import { clockIn, dayWords, instantOf, timeWords } from "./wall-time";

const zones = ["Australia/Sydney", "Australia/Lord_Howe", "America/Chicago", "Pacific/Chatham", "UTC"];
const twoDigits = (number: number) => String(number).padStart(2, "0");

test("a phone without signal means the same instant by a day and a time as the server", () => {
  const day = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-12-31"), noInvalidDate: true });
  const minutes = fc.integer({ min: 0, max: 1439 });
  fc.assert(
    fc.property(fc.constantFrom(...zones), day, minutes, (zone, date, minute) => {
      const dayText = date.toISOString().slice(0, 10);
      const time = `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
      expect(instantOf(zone, dayText, time)).toEqual(instantIn(zone, dayText, time));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["a time that the spring change skips becomes the one just after it", "2026-10-04", "02:30"],
  ["of a time that comes twice the earlier counts", "2026-04-05", "02:30"],
])("%s", (_, day, time) => {
  expect(instantOf("Australia/Sydney", day, time)).toEqual(instantIn("Australia/Sydney", day, time));
});

test("a phone writes a day and a time as the server does, in the words of Australia and of America", () => {
  const at = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.constantFrom("en-AU", "en-US"), at, (zone, locale, when) => {
      const [day, time] = [when.toISOString().slice(0, 10), when.toISOString().slice(11, 16)];
      expect(clockIn({ zone, locale }, when.toISOString())).toBe(clock(when, zone, locale));
      expect(timeWords(time, locale)).toBe(plainClock(time, locale));
      expect(dayWords(day, locale)).toBe(plainDay(day, locale));
    }),
  );
  expect([timeWords("09:12", "en-US"), dayWords("2026-04-24", "en-US")]).toEqual(["9:12 AM", "Fri, Apr 24"]);
});
