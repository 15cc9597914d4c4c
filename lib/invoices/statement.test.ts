import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyOwed } from "@/e2e/support/any-receivables";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeReadwell } from "@/e2e/support/clients";
import { makeOwed } from "@/e2e/support/receivables";
import { ellenOf, samOf, tomOf } from "@/e2e/support/scopes";
import { readMoney } from "@/lib/receivables/money";
import { readStatement, type StatementScope } from "./statement";

eachAtReadwell();

const now = new Date("2026-06-01T00:30:00-05:00");
type Asked = { from?: string; until?: string };
const statement = (scope: StatementScope, period: Asked = {}, contactId = readwell.ellen) =>
  readStatement(scope, contactId, { period, now });
const make = (of: Parameters<typeof makeOwed>[2]) => makeOwed(database.owner, readwell, of);

describe("a statement", () => {
  test("is of this year up to today, on the business’s own calendar, and has what was before as its beginning", async () => {
    await make({ totalCents: 10_000, issuedOn: "2025-12-31" });
    await make({ totalCents: 20_000, issuedOn: "2026-01-01", dueOn: "2026-01-15", title: "January" });
    await make({ totalCents: 40_000, isDraft: true });
    expect(await statement(sam)).toMatchObject({
      ...{ client: "Ellen Marsh", from: "2026-01-01", until: "2026-06-01" },
      accounts: [
        {
          ...{ currency: "USD", opening: "$100.00", closing: { amount: "$300.00", isOwed: true } },
          rows: [
            {
              words: "Invoice BW-1002",
              note: "January",
              day: "January 1, 2026",
              amount: "$200.00",
              balance: "$300.00",
            },
          ],
        },
      ],
    });
  });

  test("puts money on the day on which it came here, and what was written down by hand on its own", async () => {
    await make({
      totalCents: 50_000,
      issuedOn: "2026-03-01",
      paid: [
        { cents: 10_000, at: new Date("2026-04-01T03:00:00Z") },
        { cents: 5_000, at: new Date("2026-04-20T18:00:00Z"), paidOn: "2026-04-02" },
        {
          cents: 2_000,
          at: new Date("2026-04-03T18:00:00Z"),
          back: { cents: 2_000, at: new Date("2026-05-01T04:30:00Z"), as: "reversal" },
        },
      ],
    });
    const read = await statement(sam, { from: "2026-03-15" });
    expect(read?.accounts[0]?.rows.map(({ day, words, amount }) => [day, words, amount])).toEqual([
      ["March 31, 2026", "Payment, Visa ending 4242", "−$100.00"],
      ["April 2, 2026", "Payment, Bank transfer", "−$50.00"],
      ["April 3, 2026", "Payment, Visa ending 4242", "−$20.00"],
      ["April 30, 2026", "Taken back by the bank", "$20.00"],
    ]);
  });

  test("never adds one currency to another", async () => {
    await make({ totalCents: 10_000 });
    await make({ totalCents: 7000, currency: "EUR" });
    const read = await statement(sam);
    expect(read?.accounts.map(({ currency, closing }) => [currency, closing.amount])).toEqual([
      ["EUR", "€70.00"],
      ["USD", "$100.00"],
    ]);
  });

  test("counts money on its way from a bank as paid, up to today alone", async () => {
    await make({ totalCents: 10_000, pendingCents: 4000 });
    expect((await statement(sam))?.accounts[0]).toMatchObject({
      ...{ pending: "$40.00", closing: { amount: "$60.00" } },
      rows: [{}, { words: "On its way from the bank", note: "Of invoice BW-1001", amount: "−$40.00" }],
    });
    expect((await statement(sam, { until: "2026-05-31" }))?.accounts[0]).toMatchObject({
      ...{ pending: null, closing: { amount: "$100.00" } },
    });
  });

  test("asks nobody again for what was given back of an invoice that stays paid", async () => {
    const at = new Date("2026-04-03T18:00:00Z");
    const back = { cents: 2_000, at: new Date("2026-05-01T18:00:00Z"), as: "refund" as const };
    await make({ totalCents: 10_000, end: "paid", paid: [{ cents: 10_000, at, back }] });
    const [account] = (await statement(sam))?.accounts ?? [];
    expect(account?.closing).toMatchObject({ amount: "$0.00", isOwed: false });
    expect(account?.rows.slice(2).map(({ words, amount }) => [words, amount])).toEqual([
      ["Given back, Visa ending 4242", "$20.00"],
      ["Not asked for again", "−$20.00"],
    ]);
  });

  test("of a client without an invoice says that nothing is owed", async () => {
    const read = await statement(ellenOf(readwell));
    expect(read?.accounts).toMatchObject([
      { currency: "USD", rows: [], closing: { amount: "$0.00", isOwed: false } },
    ]);
  });
});

describe("whose statement", () => {
  test("is one’s own to a client and to the partner, any client’s to the office, and nobody else’s", async () => {
    await make({ totalCents: 10_000 });
    const elsewhere = await makeReadwell(database.owner);
    for (const scope of [sam, ellenOf(readwell), tomOf(readwell)])
      expect((await statement(scope))?.accounts[0]?.closing.amount).toBe("$100.00");
    const strangers = [samOf(elsewhere), ellenOf(elsewhere)];
    for (const scope of strangers) expect(await statement(scope)).toBeUndefined();
    expect(await statement(ellenOf(readwell), {}, elsewhere.ellen)).toBeUndefined();
    expect(await statement(sam, {}, "no-id")).toBeUndefined();
  });

  test("has, without access to the portal, what was addressed to that person", async () => {
    const theirs = await make({ totalCents: 10_000 });
    await make({ totalCents: 5000 });
    await database.owner`update documents set addressed_to = ${[readwell.address.tom]} where id = ${theirs}`;
    const without = (scope: ReturnType<typeof tomOf>) => ({
      ...scope,
      actor: { ...scope.actor, portal: false },
    });
    expect((await statement(without(tomOf(readwell))))?.accounts[0]?.closing.amount).toBe("$100.00");
    expect((await statement(without(ellenOf(readwell))))?.accounts[0]?.closing.amount).toBe("$0.00");
  });
});

test("[B9] asks for what the office’s money says is owed, and has money on the same days, of any invoices", async () => {
  for (const owed of fc.sample(anyOwed(now), { numRuns: 60, seed: 7 }))
    await make({ ...owed, currency: "USD" });
  const { outstanding, came } = await readMoney(sam, {}, now);
  const [account] = (await statement(sam))?.accounts ?? [];
  expect(account?.ages.map(({ age, amount }) => [age, amount])).toEqual(
    outstanding.bars.map(({ age, amount }) => [age, amount]),
  );
  const centsOf = (words = "") => Number(words.replace(/[^\d−]/g, "").replace("−", "-"));
  const sum = (rows: { amount: string }[] = []) =>
    rows.reduce((total, { amount }) => total + centsOf(amount), 0);
  const owed = centsOf(account?.closing.amount) * (account?.closing.isCredit ? -1 : 1);
  expect(centsOf(outstanding.amount) - centsOf(account?.surplus ?? "")).toBe(owed);
  expect(centsOf(account?.opening) + sum(account?.rows)).toBe(owed);
  const days = { from: "2026-05-01", until: "2026-05-31" };
  const may = (await statement(sam, days))?.accounts[0]?.rows;
  expect(sum(may?.filter(({ words }) => words.startsWith("Payment")))).toBe(-centsOf(came.lastAll));
});
