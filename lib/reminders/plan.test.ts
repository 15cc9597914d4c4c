import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { clock, dayAndClock } from "@/lib/dates";
import { usualLadders } from "./ladders";
import { isQuiet, type Planning, plan } from "./plan";

const chicago = "America/Chicago";
const usual = { from: "20:00", until: "08:00" };
const longAgo = new Date("2026-01-01T12:00:00Z");

const planned = (planning: Partial<Planning> & { dueOn?: string; until?: Date; sentAt?: Date }) => {
  const { dueOn = "2026-04-24", until = null, sentAt = longAgo, ...rest } = planning;
  const document = { dueOn, until, sentAt };
  return plan({ document, ladder: [-2, 0, 3], zone: chicago, quiet: usual, now: longAgo, ...rest });
};
const times = (...of: Parameters<typeof planned>) =>
  planned(...of).map(({ at }) => dayAndClock(at, of[0].zone ?? chicago, "en-US"));

describe("a reminder", () => {
  test("comes at nine in the morning where the client lives, so many days before or after the day that it is due", () => {
    expect(times({})).toEqual(["Wed, Apr 22, 9:00 AM", "Fri, Apr 24, 9:00 AM", "Mon, Apr 27, 9:00 AM"]);
    const [first] = planned({ zone: "Australia/Sydney" });
    expect(first?.at.toISOString()).toBe("2026-04-21T23:00:00.000Z");
  });

  test("stays at nine on the day that the clocks change, and on the days beside it", () => {
    const ladder = [-1, 0, 1];
    expect(times({ dueOn: "2026-03-08", ladder })).toEqual([
      "Sat, Mar 7, 9:00 AM",
      "Sun, Mar 8, 9:00 AM",
      "Mon, Mar 9, 9:00 AM",
    ]);
    const utc = planned({ dueOn: "2026-03-08", ladder }).map(({ at }) => at.toISOString().slice(11, 16));
    expect(utc).toEqual(["15:00", "14:00", "14:00"]);
  });

  test("waits for the end of the quiet time, on the same day or on the next", () => {
    expect(times({ quiet: { from: "20:00", until: "10:30" }, ladder: [0] })).toEqual([
      "Fri, Apr 24, 10:30 AM",
    ]);
    expect(times({ quiet: { from: "08:30", until: "07:00" }, ladder: [0] })).toEqual([
      "Sat, Apr 25, 7:00 AM",
    ]);
    expect(times({ quiet: { from: "08:00", until: "12:00" }, ladder: [0] })).toEqual([
      "Fri, Apr 24, 12:00 PM",
    ]);
    expect(times({ quiet: { from: "09:00", until: "09:00" }, ladder: [0] })).toEqual([
      "Fri, Apr 24, 9:00 AM",
    ]);
  });

  test("waits over midnight and over the change of the clocks, to an end that they skip or show twice", () => {
    const quiet = { from: "09:00", until: "02:30" };
    expect(times({ dueOn: "2026-03-07", ladder: [0], quiet })).toEqual(["Sun, Mar 8, 3:30 AM"]);
    const [twice] = planned({ dueOn: "2026-10-31", ladder: [0], quiet: { from: "09:00", until: "01:30" } });
    expect(twice?.at.toISOString(), "the second half past one").toBe("2026-11-01T07:30:00.000Z");
    const held = (now: string) =>
      planned({
        ladder: [0],
        quiet: { from: "20:00", until: "08:00" },
        now: new Date(now),
      })[0]?.at.toISOString();
    expect(held("2026-04-25T04:59:00Z"), "before midnight").toBe("2026-04-25T13:00:00.000Z");
    expect(held("2026-04-25T05:00:00Z"), "at midnight").toBe("2026-04-25T13:00:00.000Z");
    expect(held("2026-04-25T13:00:00Z"), "as it ends").toBe("2026-04-24T14:00:00.000Z");
  });

  test("is not for whoever was sent it since: what comes is the next one", () => {
    expect(times({ sentAt: new Date("2026-04-24T14:00:00Z") })).toEqual(["Mon, Apr 27, 9:00 AM"]);
    expect(times({ sentAt: new Date("2026-04-24T13:59:59Z") })).toHaveLength(2);
  });

  test("that was held up goes out as long as it is not a day old, and never in the quiet time", () => {
    const due = (now: string) => planned({ now: new Date(now), ladder: [0] });
    const nine = "2026-04-24T14:00:00.000Z";
    expect(due("2026-04-24T20:00:00Z")).toMatchObject([{ at: new Date(nine) }]);
    const atNight = due("2026-04-25T02:00:00Z");
    expect(atNight).toMatchObject([{ plannedFor: "2026-04-24", at: new Date("2026-04-25T13:00:00Z") }]);
    expect(due("2026-04-25T13:59:00Z")).toMatchObject([{ at: new Date(nine) }]);
    expect(due("2026-04-25T14:00:00Z")).toEqual([]);
  });

  test("of an appointment comes before its start, or not at all", () => {
    const until = new Date("2026-04-24T13:00:00Z");
    expect(times({ ladder: usualLadders.appointment, until })).toEqual(["Thu, Apr 23, 9:00 AM"]);
    expect(times({ ladder: [-1, 0], until })).toEqual(["Thu, Apr 23, 9:00 AM"]);
    expect(planned({ ladder: [-1], until, now: new Date("2026-04-24T13:30:00Z") })).toEqual([]);
  });
});

const zones = [
  chicago,
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "America/St_Johns",
  "Europe/Dublin",
  "Pacific/Apia",
  "UTC",
];
const halfHours = fc
  .integer({ min: 0, max: 47 })
  .map((half) => `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 ? "30" : "00"}`);
const minutes = (time: string) => 60 * Number(time.slice(0, 2)) + Number(time.slice(3));
/** Where the day is quiet but for the one hour that spring leaves out, no time of that day is left to remind in. */
const isOpenInSpring = ({ from, until }: { from: string; until: string }) => {
  const open = (minutes(from) - minutes(until) + 1440) % 1440;
  return open === 0 || open > 60;
};
const plannings = fc.record({
  zone: fc.constantFrom(...zones),
  quiet: fc.record({ from: halfHours, until: halfHours }).filter(isOpenInSpring),
  ladder: fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { maxLength: 6 }),
  dueOn: fc.integer({ min: 0, max: 364 }).map((days) => Temporal.PlainDate.from("2026-01-15").add({ days })),
});
const wallTime = (at: Date, zone: string) => Temporal.PlainTime.from(clock(at, zone));

describe("whatever the zone, the quiet time and the ladder", () => {
  test("nothing is planned for the quiet time, and every rung has a day of its own", () => {
    fc.assert(
      fc.property(plannings, ({ dueOn, ...rest }) => {
        const rungs = planned({
          ...rest,
          dueOn: dueOn.toString(),
          now: new Date("2025-12-01T00:00:00Z"),
          sentAt: new Date("2025-12-01T00:00:00Z"),
        });
        expect(rungs.map(({ plannedFor }) => plannedFor)).toEqual(
          [...rest.ladder].sort((one, other) => one - other).map((days) => dueOn.add({ days }).toString()),
        );
        for (const { at } of rungs) expect(isQuiet(wallTime(at, rest.zone), rest.quiet)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test("a worker that looks now and then, and is sometimes away for hours, sends each rung at most once, never in the quiet time, and never a day late", () => {
    fc.assert(
      fc.property(
        plannings,
        fc.array(fc.integer({ min: 10, max: 900 }), { minLength: 20, maxLength: 60 }),
        ({ dueOn, ...rest }, pauses) => {
          const start = new Date(`${dueOn.subtract({ days: 5 })}T00:00:00Z`);
          const sent = new Map<string, Date>();
          let now = start;
          for (const minutes of pauses) {
            now = new Date(now.getTime() + minutes * 60_000);
            const rungs = planned({ ...rest, dueOn: dueOn.toString(), now, sentAt: start });
            for (const { plannedFor } of rungs.filter(({ at }) => at <= now)) {
              expect(isQuiet(wallTime(now, rest.zone), rest.quiet)).toBe(false);
              if (!sent.has(plannedFor)) sent.set(plannedFor, now);
            }
          }
          for (const [plannedFor, at] of sent) {
            const morning = Temporal.PlainDate.from(plannedFor).toZonedDateTime({
              timeZone: rest.zone,
              plainTime: "09:00",
            });
            const lateMs = at.getTime() - morning.epochMilliseconds;
            expect(lateMs).toBeGreaterThanOrEqual(0);
            expect(lateMs).toBeLessThan(48 * 3_600_000);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
