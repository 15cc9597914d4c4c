import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeOf, differenceWords, overWords, type Priced, skip, totalOf, verdictOf } from "./total";

const american = { currency: "USD", locale: "en-US" };

/** An item with up to six options, and what two people picked of it. */
const someItem = fc
  .record({
    allowanceCents: fc.integer({ min: 0, max: 1_000_000_000 }),
    prices: fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 6 }),
    picks: fc.tuple(fc.option(fc.nat({ max: 6 })), fc.option(fc.nat({ max: 6 }))),
  })
  .map(({ allowanceCents, prices, picks }) => ({
    allowanceCents,
    prices,
    picks: picks.map((at) => (at === null ? null : at < prices.length ? String(at) : skip)),
  }));

type Someone = Parameters<Parameters<typeof someItem.map>[0]>[0];

const priced = ({ allowanceCents, prices, picks }: Someone): Priced => ({
  allowanceCents,
  options: prices.map((priceCents, at) => ({ id: String(at), priceCents })),
  verdict: verdictOf(picks),
});

/** The same sheet, added up on paper: in whole cents, as decimal text, item by item. */
function onPaper(items: Someone[]) {
  let allowances = 0n;
  let chosen = 0n;
  for (const { allowanceCents, prices, picks } of items) {
    const [one, other] = picks;
    const agreed = one === null || other === null || one === other ? (one ?? other) : null;
    allowances += BigInt(allowanceCents);
    chosen += BigInt(agreed === null || agreed === skip ? allowanceCents : (prices[Number(agreed)] ?? 0));
  }
  return { allowances, chosen };
}

describe("the running total", () => {
  test("[B8] is to the cent what the same sheet comes to on paper", () => {
    fc.assert(
      fc.property(fc.array(someItem, { maxLength: 20 }), (items) => {
        const { allowancesCents, withChoicesCents, overCents } = totalOf(items.map(priced));
        const { allowances, chosen } = onPaper(items);
        expect([BigInt(allowancesCents), BigInt(withChoicesCents)]).toEqual([allowances, chosen]);
        expect(BigInt(overCents)).toBe(chosen - allowances);
      }),
      { numRuns: 2000 },
    );
  });

  test("counts what is open and what two differ about, and neither changes it", () => {
    fc.assert(
      fc.property(fc.array(someItem, { maxLength: 20 }), (items) => {
        const { open, differ, overCents } = totalOf(items.map(priced));
        const decided = items.map(priced).filter(({ verdict }) => verdict.state === "decided");
        expect(open + differ + decided.length).toBe(items.length);
        expect(totalOf(decided).overCents).toBe(overCents);
      }),
    );
  });
});

describe("an item", () => {
  test("[B8] that only one of two decided is theirs, and one about which they differ is nobody’s", () => {
    expect(verdictOf([null, null])).toEqual({ state: "open" });
    expect(verdictOf([null, "soapstone"])).toEqual({ state: "decided", pick: "soapstone" });
    expect(verdictOf(["soapstone", "soapstone"])).toEqual({ state: "decided", pick: "soapstone" });
    expect(verdictOf(["soapstone", skip])).toEqual({ state: "differ" });
  });

  test("that is skipped changes nothing", () => {
    const item = { allowanceCents: 420_000, options: [{ id: "a", priceCents: 546_000 }] };
    expect(changeOf({ ...item, verdict: verdictOf([skip]) })).toBe(0);
    expect(changeOf({ ...item, verdict: verdictOf(["a"]) })).toBe(126_000);
    expect(changeOf({ ...item, verdict: verdictOf([]) })).toBeNull();
  });
});

test("differences are written with their sign, and nothing to pay with words", () => {
  expect([126_000, -98_000, 0].map((cents) => differenceWords(cents, american))).toEqual([
    "+$1,260.00",
    "−$980.00",
    "Included",
  ]);
  expect(overWords(230_000, american)).toEqual({ words: "Over by", amount: "$2,300.00" });
  expect(overWords(-5, american)).toEqual({ words: "Under by", amount: "$0.05" });
  expect(overWords(0, american)).toEqual({ words: "Within your allowances", amount: null });
});
