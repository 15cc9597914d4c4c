import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareOf } from "./share";

describe("a share of a scope", () => {
  test("is split over its lines to the cent", () => {
    expect(shareOf([78_000, 64_000, 112_000], 76_200)).toEqual([23_400, 19_200, 33_600]);
    expect(shareOf([100, 100, 100], 100)).toEqual([34, 33, 33]);
    expect(shareOf([1000, -100], 450)).toEqual([500, -50]);
    expect(shareOf([100, -100], 50)).toEqual([0, 0]);
  });

  test("adds up to what is shared, and leaves no line a cent from its due", () => {
    const amounts = fc.array(fc.integer({ min: -100_000_000, max: 1_000_000_000 }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 1_000_000_000 }), (lines, sum) => {
        const total = lines.reduce((one, other) => one + other, 0);
        fc.pre(total > 0);
        const shares = shareOf(lines, sum);
        expect(shares.reduce((one, other) => one + other, 0)).toBe(sum);
        for (const [at, share] of shares.entries()) {
          const offBy = BigInt(share) * BigInt(total) - BigInt(lines[at] ?? 0) * BigInt(sum);
          expect(offBy < BigInt(total) && offBy > -BigInt(total)).toBe(true);
        }
      }),
    );
  });
});
