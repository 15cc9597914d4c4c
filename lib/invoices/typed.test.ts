import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mostMilli, readQuantity, readRate, typedMilli } from "./typed";

describe("what is typed into a line", () => {
  test.each([
    ["4", 4000],
    ["1.5", 1500],
    [".25", 250],
    [" 1,200.125 ", 1_200_125],
    ["", 1000],
  ])("“%s” is a quantity", (typed, milli) => {
    expect(readQuantity(typed)).toBe(milli);
  });

  test.each(["0", "-1", "1.2345", "four", "1e3", "100000", "1,20", "."])("“%s” is none", (typed) => {
    expect(readQuantity(typed)).toBeUndefined();
  });

  test.each([
    ["8.25", 8250],
    ["8.25 %", 8250],
    ["10%", 10_000],
    ["0", 0],
    ["", 0],
    ["100", 100_000],
  ])("“%s” is a rate", (typed, milli) => {
    expect(readRate(typed)).toBe(milli);
  });

  test.each(["100.001", "-1", "GST"])("“%s” is no rate", (typed) => {
    expect(readRate(typed)).toBeUndefined();
  });

  test("is read as it was written, whatever it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: mostMilli }), (milli) => {
        expect(readQuantity(typedMilli(milli))).toBe(milli);
      }),
    );
  });
});
