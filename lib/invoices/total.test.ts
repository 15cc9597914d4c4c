import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineCents, type Priced, totalOf } from "./total";

const line = (priced: Partial<Priced>): Priced => ({
  quantityMilli: 1000,
  unitCents: 0,
  taxName: "Sales tax",
  taxMilliPercent: 8250,
  ...priced,
});

describe("the total of an invoice", () => {
  test("is what the April invoice of the pool shop comes to", () => {
    const april = [
      line({ quantityMilli: 4000, unitCents: 5500 }),
      line({ unitCents: 8500 }),
      line({ unitCents: 6400 }),
    ];
    expect(totalOf(april)).toEqual({
      subtotalCents: 36_900,
      taxes: [{ name: "Sales tax", milliPercent: 8250, ofCents: 36_900, taxCents: 3_044 }],
      taxCents: 3_044,
      totalCents: 39_944,
    });
  });

  test.each([
    [1500, 333, 500],
    [1000, 5, 5],
    [500, 1, 1],
    [500, -1, -1],
    [333, 100, 33],
    [1, 499, 0],
    [1, 500, 1],
  ])("%d thousandths at %d cents are %d cents", (quantityMilli, unitCents, cents) => {
    expect(lineCents({ quantityMilli, unitCents })).toBe(cents);
  });

  test("takes each rate once of all its lines, so that cents are not rounded line by line", () => {
    const lines = Array.from({ length: 3 }, () => line({ unitCents: 5, taxMilliPercent: 10_000 }));
    expect(totalOf(lines)).toMatchObject({ subtotalCents: 15, taxCents: 2, totalCents: 17 });
  });

  test("keeps rates of one size and two names apart, and a rate of nothing out", () => {
    const lines = [
      line({ unitCents: 1000, taxName: "State", taxMilliPercent: 5000 }),
      line({ unitCents: 1000, taxName: "City", taxMilliPercent: 5000 }),
      line({ unitCents: 1000, taxName: "None", taxMilliPercent: 0 }),
    ];
    expect(totalOf(lines).taxes.map(({ name, taxCents }) => [name, taxCents])).toEqual([
      ["State", 50],
      ["City", 50],
    ]);
  });

  const priced = fc.record({
    quantityMilli: fc.integer({ min: 1, max: 100_000_000 }),
    unitCents: fc.integer({ min: -100_000_000, max: 100_000_000 }),
    taxName: fc.constantFrom("GST", "State", "City"),
    taxMilliPercent: fc.constantFrom(0, 1, 5000, 8250, 8875, 10_000, 100_000),
  });

  test("equals what long multiplication on paper gives", () => {
    fc.assert(
      fc.property(fc.array(priced, { maxLength: 30 }), (lines) => {
        expect(totalOf(lines).totalCents).toBe(onPaper(lines));
      }),
    );
  });

  test("of a credit is the mirror of the charge", () => {
    fc.assert(
      fc.property(fc.array(priced, { maxLength: 10 }), (lines) => {
        const credit = lines.map((each) => ({ ...each, unitCents: -each.unitCents }));
        expect(totalOf(credit).totalCents + totalOf(lines).totalCents).toBe(0);
      }),
    );
  });
});

/** Another way to the same: decimal digits by hand, the sign apart. */
function onPaper(lines: Priced[]): number {
  const bases = new Map<string, bigint>();
  let total = 0n;
  for (const { quantityMilli, unitCents, taxName, taxMilliPercent } of lines) {
    const cents = cut(BigInt(quantityMilli) * BigInt(unitCents), 3);
    total += cents;
    const rate = `${taxMilliPercent}:${taxName}`;
    bases.set(rate, (bases.get(rate) ?? 0n) + cents);
  }
  for (const [rate, base] of bases) total += cut(base * BigInt(rate.split(":")[0] ?? 0), 5);
  return Number(total);
}

/** Cuts so many digits off, and counts one more where the first of them is 5 or above. */
function cut(value: bigint, digits: number): bigint {
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, "0");
  const whole = BigInt(text.slice(0, -digits));
  const up = Number(text.at(-digits)) >= 5 ? 1n : 0n;
  return value < 0n ? -(whole + up) : whole + up;
}
