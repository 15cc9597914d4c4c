import { expect, test } from "vitest";
import { hoursWords } from "./hours";

const week = (days: string, opens: string, closes: string) =>
  Object.fromEntries(Array.from(days, (day): [string, [string, string]] => [day, [opens, closes]]));

test("[B15] opening hours are told as on a door: neighbouring days of the same hours in one line", () => {
  expect(hoursWords(week("123456", "07:00", "18:00"), "en-US")).toEqual([
    "Monday to Saturday, 7:00 AM to 6:00 PM",
  ]);
  expect(hoursWords({ ...week("12345", "08:00", "17:00"), 6: ["09:00", "12:30"] }, "en-AU")).toEqual([
    "Monday to Friday, 08:00 to 17:00",
    "Saturday, 09:00 to 12:30",
  ]);
});

test("a day off parts the days around it, and a business without hours says nothing", () => {
  expect(hoursWords(week("1246", "08:00", "17:00"), "en-AU")).toEqual([
    "Monday to Tuesday, 08:00 to 17:00",
    "Thursday, 08:00 to 17:00",
    "Saturday, 08:00 to 17:00",
  ]);
  expect(hoursWords({}, "en-AU")).toEqual([]);
});
