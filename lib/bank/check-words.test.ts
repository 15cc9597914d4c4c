import { expect, test } from "vitest";
import { checkWords } from "./check-words";

const account = { routing: "062000", accountNumber: "12345678" };

test("[X10] the same account has the same three words, whoever reads them and whenever", () => {
  expect(checkWords(account)).toBe(checkWords({ ...account }));
  expect(checkWords(account)).toMatch(/^[a-z]+ [a-z]+ [a-z]+$/);
});

test("[X10] another number, or another bank, has other words, and a digit moved from one to the other too", () => {
  const others = [
    { ...account, accountNumber: "12345679" },
    { ...account, routing: "062001" },
    { routing: "06200", accountNumber: "012345678" },
  ];
  expect(new Set([account, ...others].map(checkWords)).size).toBe(4);
});

test("[X10] of ten thousand accounts hardly any two share their words, and every word is used", () => {
  const all = Array.from({ length: 10_000 }, (_, n) => checkWords({ ...account, accountNumber: `${n}` }));
  expect(new Set(all).size).toBeGreaterThan(9_980);
  expect(new Set(all.flatMap((each) => each.split(" "))).size).toBe(256);
});
