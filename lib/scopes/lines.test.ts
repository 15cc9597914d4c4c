import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountWords, changeWords, readAmount, typedAmount } from "@/lib/money";
import { groupsOf, moved, numbersOf, totalCents } from "./lines";
import type { ScopeLine } from "./views";

const dollars = { currency: "USD", locale: "en-US" };
const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const line = fc.record({
  key: fc.uuid(),
  group: fc.constantFrom("Kitchen", "Rear addition", "Panel"),
  words: fc.string({ maxLength: 20 }),
  amountCents: cents,
});
const lines = fc.uniqueArray(line, { selector: ({ key }) => key, maxLength: 40 });

describe("the lines of a scope", () => {
  test("[B7] add up to the cent, as an independent count of their written amounts does", () => {
    fc.assert(
      fc.property(lines, (all) => {
        const written = all.map(({ amountCents }) => amountWords(amountCents, dollars));
        const counted = written.reduce((sum, words) => {
          const digits = BigInt(words.replace(/\D/g, ""));
          return sum + (words.startsWith("−") ? -digits : digits);
        }, 0n);
        expect(BigInt(totalCents(all))).toBe(counted);
      }),
    );
  });

  test("are numbered by group and by place in it, each number once", () => {
    fc.assert(
      fc.property(lines, (all) => {
        const numbers = [...numbersOf(all).values()];
        expect(new Set(numbers).size).toBe(all.length);
        let [above, before] = [0, 0];
        const expected = all.map(({ group }, place) => {
          const isNext = place === 0 || all[place - 1]?.group !== group;
          [above, before] = isNext ? [above + 1, 1] : [above, before + 1];
          return `${above}.${before}`;
        });
        expect(numbers).toEqual(expected);
        expect(groupsOf(all).flatMap((group) => group.lines)).toEqual(all);
      }),
    );
  });

  test("are all there after a move, and one move back undoes it", () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.constantFrom("up" as const, "down" as const), (all, which, way) => {
        const key = all[which % Math.max(all.length, 1)]?.key ?? "";
        const after = moved(all, key, way);
        expect(after.map((each) => each.key).toSorted()).toEqual(all.map((each) => each.key).toSorted());
        expect(totalCents(after)).toBe(totalCents(all));
        const isAtEdge = after.every((each, place) => each === all[place]);
        const isInGroup = after.every(({ key: each, group }) =>
          all.some((one) => one.key === each && one.group === group),
        );
        if (isInGroup && !isAtEdge) expect(moved(after, key, way === "up" ? "down" : "up")).toEqual(all);
      }),
    );
  });

  test("go under the heading above or below from the edge of their own, and stay at the edge of all", () => {
    const of = (key: string, group: string): ScopeLine => ({ key, group, words: key, amountCents: 0 });
    const all = [of("a", "Kitchen"), of("b", "Panel"), of("c", "Panel")];
    expect(moved(all, "b", "up").map(({ group }) => group)).toEqual(["Kitchen", "Kitchen", "Panel"]);
    expect(moved(all, "c", "up").map(({ key }) => key)).toEqual(["a", "c", "b"]);
    expect(moved(all, "a", "down")[0]).toMatchObject({ key: "a", group: "Panel" });
    expect(moved(all, "a", "up")).toEqual(all);
    expect(moved(all, "c", "down")).toEqual(all);
  });
});

describe("an amount", () => {
  test("is read as it was written, a credit with a minus of either kind", () => {
    fc.assert(
      fc.property(cents, (amount) => {
        expect(readAmount(typedAmount(amount))).toBe(amount);
        expect(readAmount(amountWords(amount, dollars))).toBe(amount);
      }),
    );
    expect([readAmount("-$120"), readAmount("−120.5"), readAmount(""), readAmount("-0")]).toEqual([
      -12_000, -12_050, 0, 0,
    ]);
    expect(["about 5", "1.234", "--5", "10000000.01", "−"].map(readAmount)).toEqual(Array(5).fill(undefined));
  });

  test("of a credit has a minus of its own width, and a change says its way", () => {
    expect(amountWords(-12_000, dollars)).toBe("−$120.00");
    expect([changeWords(36_000, dollars), changeWords(-5, dollars), changeWords(0, dollars)]).toEqual([
      "+$360.00",
      "−$0.05",
      "$0.00",
    ]);
  });
});
