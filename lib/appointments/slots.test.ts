import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { WorkingHours } from "./hours";
import { overlap, type Slot, slotsFrom } from "./slots";

const everyDay = (opens: string, closes: string): WorkingHours =>
  Object.fromEntries(["1", "2", "3", "4", "5", "6", "7"].map((day) => [day, [opens, closes]]));

const wall = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();

const clocks = (slots: Slot[], zone: string) =>
  slots.map(({ startsAt, endsAt }) =>
    [startsAt, endsAt].map((at) => wall(at, zone).toString().slice(5)).join(" – "),
  );

describe("the free times of a crew", () => {
  const austin = { zone: "America/Chicago", windowMinutes: 120, days: 1, taken: [] };
  const thursday = new Date("2026-04-30T05:00:00Z");

  test("[B10] follow one another from the beginning of the working day, and none outlasts it", () => {
    const slots = slotsFrom({ ...austin, hours: { 4: ["08:00", "17:00"] }, from: thursday });
    expect(clocks(slots, austin.zone)).toEqual([
      "04-30T08:00:00 – 04-30T10:00:00",
      "04-30T10:00:00 – 04-30T12:00:00",
      "04-30T12:00:00 – 04-30T14:00:00",
      "04-30T14:00:00 – 04-30T16:00:00",
    ]);
  });

  test("[B10] leave out what is taken, be it in part, what has begun, and days off", () => {
    const from = new Date("2026-04-30T13:00:01Z");
    const taken = [{ startsAt: new Date("2026-04-30T16:30:00Z"), endsAt: new Date("2026-04-30T17:00:00Z") }];
    const slots = slotsFrom({ ...austin, hours: { 4: ["08:00", "17:00"] }, from, days: 7, taken });
    expect(clocks(slots, austin.zone)).toEqual([
      "04-30T12:00:00 – 04-30T14:00:00",
      "04-30T14:00:00 – 04-30T16:00:00",
    ]);
  });

  test.each([
    ["America/Chicago", "2026-03-06T20:00:00Z", ["2026-03-07T15:00:00Z", "2026-03-08T14:00:00Z"]],
    ["America/Chicago", "2026-10-30T20:00:00Z", ["2026-10-31T14:00:00Z", "2026-11-01T15:00:00Z"]],
    ["Australia/Sydney", "2026-04-03T02:00:00Z", ["2026-04-03T22:00:00Z", "2026-04-04T23:00:00Z"]],
    ["Australia/Lord_Howe", "2026-10-02T02:00:00Z", ["2026-10-02T22:30:00Z", "2026-10-03T22:00:00Z"]],
    ["Asia/Kolkata", "2026-10-03T04:00:00Z", ["2026-10-04T03:30:00Z", "2026-10-05T03:30:00Z"]],
  ])("[B10] keep to the clock of %s when clocks are changed, from %s on", (zone, day, starts) => {
    const nine = { hours: everyDay("09:00", "11:00"), windowMinutes: 120, taken: [] };
    const slots = slotsFrom({ ...nine, zone, from: new Date(day), days: 3 });
    expect(slots.map(({ startsAt }) => startsAt)).toEqual(starts.map((start) => new Date(start)));
  });

  test("[B10] leave out a window that the change of the clocks would make longer or shorter", () => {
    const night = { zone: "America/Chicago", hours: everyDay("00:00", "06:00"), windowMinutes: 120, days: 1 };
    const on = (day: string) =>
      clocks(slotsFrom({ ...night, from: new Date(`${day}T06:00:00Z`), taken: [] }), night.zone);
    expect(on("2026-03-08")).toEqual(["03-08T04:00:00 – 03-08T06:00:00"]);
    expect(on("2026-11-01")).toEqual(["11-01T02:00:00 – 11-01T04:00:00", "11-01T04:00:00 – 11-01T06:00:00"]);
  });
});

/** Zones with a change by an hour and by half an hour, at night and at midnight, with odd offsets and without a change. */
const zones = [
  "America/Chicago",
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Pacific/Chatham",
  "America/Santiago",
  "Europe/London",
];

const time = fc.integer({ min: 0, max: 47 }).map((half) => half * 30);
const clockOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

const someHours = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 7 }), time, time), { maxLength: 7 })
  .map((days) =>
    Object.fromEntries(
      days
        .filter(([, opens, closes]) => opens < closes)
        .map(([day, opens, closes]): [string, [string, string]] => [
          String(day),
          [clockOf(opens), clockOf(closes)],
        ]),
    ),
  );

const someTime = fc.date({
  min: new Date("2026-01-01T00:00:00Z"),
  max: new Date("2027-12-31T00:00:00Z"),
  noInvalidDate: true,
});

test("[B10] in any zone, at any time of the year, no two free times overlap, each lies within the hours of its day, and lasts as long as it says", () => {
  const asked = fc.record({
    hours: someHours,
    zone: fc.constantFrom(...zones),
    windowMinutes: fc.constantFrom(30, 45, 60, 90, 120, 240),
    from: someTime,
    days: fc.integer({ min: 1, max: 14 }),
    taken: fc.array(
      fc.tuple(someTime, fc.integer({ min: 1, max: 600 })).map(([startsAt, minutes]) => ({
        startsAt,
        endsAt: new Date(startsAt.getTime() + minutes * 60_000),
      })),
      { maxLength: 5 },
    ),
  });
  fc.assert(
    fc.property(asked, (each) => {
      const slots = slotsFrom(each);
      for (const [place, slot] of slots.entries()) {
        const next = slots[place + 1];
        expect(next === undefined || slot.endsAt <= next.startsAt).toBe(true);
        expect(slot.endsAt.getTime() - slot.startsAt.getTime()).toBe(each.windowMinutes * 60_000);
        expect(slot.startsAt >= each.from).toBe(true);
        expect(each.taken.some((taken) => overlap(taken, slot))).toBe(false);
        const [start, end] = [wall(slot.startsAt, each.zone), wall(slot.endsAt, each.zone)];
        const [opens, closes] = each.hours[String(start.dayOfWeek)] ?? [];
        const of = start.toPlainDate();
        expect(
          Temporal.PlainDateTime.compare(of.toPlainDateTime(opens ?? "24:00"), start),
        ).toBeLessThanOrEqual(0);
        expect(
          Temporal.PlainDateTime.compare(end, of.toPlainDateTime(closes ?? "00:00")),
        ).toBeLessThanOrEqual(0);
      }
    }),
    { numRuns: 300 },
  );
});
