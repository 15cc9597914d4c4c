import { describe, expect, test } from "vitest";
import { invoiceUpload } from "./sent";

describe("an invoice's amount, as the API takes it", () => {
  const file = new File(["%PDF-"], "HP-0932.pdf");
  const read = (amountCents: string) => invoiceUpload.safeParse({ file, amountCents }).data?.amountCents;

  test("[A8] is a number of cents in digits, up to ten million dollars", () => {
    expect(["0", "41800", "0041800", "1000000000"].map(read)).toEqual([0, 41_800, 41_800, 1_000_000_000]);
  });

  test.each([
    "",
    " ",
    "0x1F4",
    "1e3",
    "418.00",
    "-1",
    "+1",
    " 418 ",
    "٤١٨",
    "1000000001",
    "99999999999",
    "NaN",
  ])("[A8] is not %j", (typed) => {
    expect(read(typed)).toBeUndefined();
  });
});
