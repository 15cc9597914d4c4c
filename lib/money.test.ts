import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { briefAmount, ceilingGap, formatMoney, mostCents, parseCents, symbolOf } from "./money";

describe("money", () => {
  test("is written as its locale writes it, with the currency's own symbol and no country before it", () => {
    expect(formatMoney(45_000, "AUD")).toBe("$450.00");
    expect(formatMoney(141_850, "AUD")).toBe("$1,418.50");
    expect(formatMoney(45_000, "USD", "en-AU")).toBe("$450.00");
    expect(formatMoney(0, "AUD")).toBe("$0.00");
    expect(formatMoney(mostCents, "USD", "en-US")).toBe("$10,000,000.00");
  });

  test("has a symbol for a field of its own, wherever its locale writes it and however it parts the thousands", () => {
    const looks = [
      { currency: "AUD", locale: "en-AU" },
      { currency: "USD", locale: "en-AU" },
      { currency: "EUR", locale: "de-DE" },
      { currency: "CHF", locale: "de-CH" },
      { currency: "JPY", locale: "en-US" },
    ];
    expect(looks.map(symbolOf)).toEqual(["$", "$", "€", "CHF", "¥"]);
  });

  test("is told by how much it is over its ceiling or under it, as its locale writes it", () => {
    const ours = { currency: "AUD", locale: "en-AU" };
    expect([-3200, 0, 1].map((cents) => ceilingGap(cents, ours))).toEqual([
      "$32.00 under",
      "At the ceiling",
      "$0.01 over",
    ]);
    expect(ceilingGap(120_050, { currency: "EUR", locale: "de-DE" })).toBe("1.200,50\u00a0€ over");
  });

  test("is written in brief where there is little room", () => {
    const brief = (cents: number) => briefAmount(cents, { currency: "USD", locale: "en-US" });
    expect([0, 99, 95_000, 99_949, 99_950, 123_400, 300_000, 1_050_000, 250_000_000].map(brief)).toEqual([
      ...["$0", "$1", "$950", "$999", "$1K", "$1.2K", "$3K", "$10.5K", "$2.5M"],
    ]);
  });

  test.each([
    ["418", 41_800],
    ["418.5", 41_850],
    [" $ 1,418.50 ", 141_850],
    ["$418.00", 41_800],
    ["0", 0],
    ["0.07", 7],
    ["1.10", 110],
    ["10,000,000.00", mostCents],
  ])("%j is read as %d cents", (typed, cents) => {
    expect(parseCents(typed)).toBe(cents);
  });

  test.each([
    "",
    "abc",
    "-5",
    "1.234",
    "1,23",
    "12,34,567",
    "1e5",
    "0x10",
    "$",
    "4 18",
    "10,000,000.01",
    "１２",
  ])("%j is no amount, and is refused rather than guessed at", (typed) => {
    expect(parseCents(typed)).toBeUndefined();
  });

  test("comes back to the cent when what is shown is typed in again, for every amount that a form takes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: mostCents }),
        fc.constantFrom(["AUD", "en-AU"], ["USD", "en-US"]),
        (cents, [currency = "", locale = ""]) => {
          expect(parseCents(formatMoney(cents, currency, locale))).toBe(cents);
          expect(parseCents(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`)).toBe(
            cents,
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test("whatever is typed, the answer is whole cents within the limit or nothing", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const cents = parseCents(typed);
        return cents === undefined || (Number.isInteger(cents) && cents >= 0 && cents <= mostCents);
      }),
    );
  });
});
