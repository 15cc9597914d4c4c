import fc from "fast-check";
import { expect, test } from "vitest";
import { instantIn } from "@/lib/dates";
import { instantOf } from "./wall-time";

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
