import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyOwed } from "@/e2e/support/any-receivables";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeReadwell } from "@/e2e/support/clients";
import { makeOwed } from "@/e2e/support/receivables";
import { ellenOf, samOf, tomOf } from "@/e2e/support/scopes";
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

  test("tells of money on its way from a bank only up to today", async () => {
    await make({ totalCents: 10_000, pendingCents: 4000 });
    expect((await statement(sam))?.accounts[0]).toMatchObject({
      pending: "$40.00",
      closing: { amount: "$100.00" },
    });
    expect((await statement(sam, { until: "2026-05-31" }))?.accounts[0]).toMatchObject({ pending: null });
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

test("[B9] what is owed at the end is what all invoices and the whole ledger come to, of any invoices", async () => {
  for (const owed of fc.sample(anyOwed(now), { numRuns: 60, seed: 7 }))
    await make({ ...owed, currency: "USD" });
  const [sum] = await database.owner<{ cents: number }[]>`
    select (select coalesce(sum(i.total_cents), 0) from invoices i join documents d on d.id = i.document_id
        where d.tenant_id = ${readwell.tenantId} and d.sent_at is not null and d.closed_as is distinct from 'void')::float8
      - (select coalesce(sum(l.amount_cents), 0) from ledger l where l.tenant_id = ${readwell.tenantId})::float8 as cents`;
  const read = await statement(sam);
  const account = read?.accounts[0];
  const centsOf = (words = "") => Number(words.replace(/[^\d−]/g, "").replace("−", "-"));
  const { amount, inFavour } = account?.closing ?? { amount: "", inFavour: false };
  expect((inFavour ? -1 : 1) * centsOf(amount)).toBe(sum?.cents);
  expect(account?.rows.reduce((total, row) => total + centsOf(row.amount), centsOf(account.opening))).toBe(
    sum?.cents,
  );
  const open = account?.ages.reduce((total, age) => total + centsOf(age.amount), 0) ?? 0;
  expect(open - centsOf(account?.surplus ?? "")).toBe(sum?.cents);
});
