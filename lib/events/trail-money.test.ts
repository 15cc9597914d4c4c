import { expect, test } from "vitest";
import type { Happened } from "./trail";
import { moneySentences } from "./trail-money";

const reading = {
  ...{ zone: "America/Chicago", locale: "en-US" },
  money: (cents: number) => `$${(cents / 100).toFixed(2)}`,
};

const reversed = (actor: Happened["actor"], detail: Happened["detail"]) =>
  moneySentences["payment.reversed"](
    {
      ...{ id: 1, at: new Date("2026-04-24T01:24:00Z"), kind: "payment.reversed", actor, actorName: "" },
      ...{ detail: { amountCents: 39_944, ...detail }, contact: null, orderNumber: null, document: null },
      link: null,
    },
    reading,
  );

test("money that a bank took back is its doing, and a record that a member takes back is no bank’s", () => {
  expect(reversed("system", { label: "Visa ending 4242", words: "Its owner objected." })).toBe(
    "Payment of $399.44 taken back by the bank, Visa ending 4242. Its owner objected.",
  );
  expect(reversed("member", { words: "That transfer was for another invoice." })).toBe(
    "Payment of $399.44 taken off, recorded by mistake. That transfer was for another invoice.",
  );
});
