import { expect, test } from "vitest";
import { csvOf, decimalCell } from "./csv";

test("an amount below nothing is a plain decimal, which a spreadsheet adds up", () => {
  expect(csvOf([[decimalCell(-12_000), decimalCell(41_800)]])).toBe("-120.00,418.00\r\n");
});

test.each(["-120.00+A1", "-120.00\n=A1", "-2", "--120.00", "+120.00", "-1,120.00"])(
  "what only begins as an amount stays text: %j",
  (cell) => {
    expect(csvOf([[cell]])).toMatch(/^"?'/);
  },
);
