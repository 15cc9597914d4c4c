import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageNames, ageOf, ages, daysLate, lateWords } from "./ages";
import { monthAndYear, spanWords } from "./month-words";
import { beginningOf, daysOf, monthAfter, sameDayOf, weeksOf } from "./months";

const month = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, of]) => `${year}-${String(of).padStart(2, "0")}`);

describe("the weeks of a month", () => {
  test("hold each of its days once, in order, and are seven days but for the last", () => {
    fc.assert(
      fc.property(month, (of) => {
        const days = weeksOf(of).flatMap(({ from, until }) =>
          Array.from(
            { length: Number(until.slice(8)) - Number(from.slice(8)) + 1 },
            (_, place) => Number(from.slice(8)) + place,
          ),
        );
        const last = Number(daysOf(of).until.slice(8));
        expect(days).toEqual(Array.from({ length: last }, (_, place) => place + 1));
      }),
    );
    expect(weeksOf("2026-02")).toHaveLength(4);
    expect(weeksOf("2028-02").at(-1)).toEqual({ from: "2028-02-29", until: "2028-02-29" });
  });

  test("are told as people write them", () => {
    expect(spanWords({ from: "2026-05-01", until: "2026-05-07" }, "en-US")).toBe("May 1 to 7");
    expect(spanWords({ from: "2026-05-01", until: "2026-05-07" }, "en-AU")).toBe("1 to 7 May");
    expect(spanWords({ from: "2026-04-28", until: "2026-05-03" }, "en-AU")).toBe("28 Apr to 3 May");
    expect(spanWords({ from: "2028-02-29", until: "2028-02-29" }, "en-AU")).toBe("29 Feb");
    expect(monthAndYear("2026-05", "en-AU")).toBe("May 2026");
  });
});

describe("a month", () => {
  test("is followed and preceded across years, there and back", () => {
    expect([monthAfter("2026-12", 1), monthAfter("2026-01", -1), monthAfter("2026-05", -11)]).toEqual([
      "2027-01",
      "2025-12",
      "2025-06",
    ]);
    fc.assert(
      fc.property(month, fc.integer({ min: -40, max: 40 }), (of, by) => {
        expect(monthAfter(monthAfter(of, by), -by)).toBe(of);
      }),
    );
  });

  test("has the same day as another, or its own last", () => {
    expect([sameDayOf("2026-04", "2026-05-31"), sameDayOf("2026-02", "2026-03-30")]).toEqual([
      "2026-04-30",
      "2026-02-28",
    ]);
    expect(sameDayOf("2026-04", "2026-05-07")).toBe("2026-04-07");
  });

  test("begins when its first day does there, on either side of a change of clocks", () => {
    expect(beginningOf("2026-05-01", "America/Chicago").toISOString()).toBe("2026-05-01T05:00:00.000Z");
    expect(beginningOf("2026-01-01", "America/Chicago").toISOString()).toBe("2026-01-01T06:00:00.000Z");
    expect(beginningOf("2026-05-01", "Australia/Sydney").toISOString()).toBe("2026-04-30T14:00:00.000Z");
  });
});

describe("how late money is", () => {
  test("counts whole days after the due day: what is due today is not late, nor what has no day", () => {
    expect(daysLate("2026-05-08", "2026-05-08")).toBe(0);
    expect(daysLate("2026-05-08", "2026-05-09")).toBe(1);
    expect(daysLate("2026-02-28", "2026-03-31")).toBe(31);
    expect(daysLate(null, "2026-05-09")).toBe(0);
    expect([lateWords(1), lateWords(94)]).toEqual(["1 day late", "94 days late"]);
  });

  test("every number of days has one age, and the edges belong to the younger", () => {
    expect([0, 1, 30, 31, 60, 61, 90, 91, 4000].map(ageOf)).toEqual([
      ...["not-due", "1-30", "1-30", "31-60", "31-60", "61-90", "61-90", "over-90", "over-90"],
    ]);
    for (const [place, age] of ageNames.slice(1).entries())
      expect(ages[age].least).toBe(ages[ageNames[place] ?? age].most + 1);
  });
});
