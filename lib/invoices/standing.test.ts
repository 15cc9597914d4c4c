import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedNow, type InvoiceFacts, leftCents, mayPay, statusOf } from "./standing";

const sent: InvoiceFacts = {
  sentAt: new Date("2026-04-24T14:00:00Z"),
  closedAs: null,
  totalCents: 39_944,
  paidCents: 0,
  pendingCents: 0,
  depositCents: null,
  disputedAt: null,
};

describe("where an invoice stands", () => {
  test.each([
    ["draft", { sentAt: null }],
    ["open", {}],
    ["part-paid", { paidCents: 1 }],
    ["disputed", { paidCents: 1, disputedAt: new Date() }],
    ["paid", { closedAs: "paid", paidCents: 39_944 }],
    ["void", { closedAs: "void", disputedAt: new Date() }],
  ] as const)("%s", (status, facts) => {
    expect(statusOf({ ...sent, ...facts })).toBe(status);
  });

  test("the deposit is asked for until it is there, then the rest", () => {
    const withDeposit = { ...sent, depositCents: 10_000 };
    expect(askedNow(withDeposit)).toEqual({ amountCents: 10_000, what: "deposit" });
    expect(askedNow({ ...withDeposit, paidCents: 4_000 })).toEqual({ amountCents: 6_000, what: "deposit" });
    expect(askedNow({ ...withDeposit, pendingCents: 10_000 })).toEqual({ amountCents: 29_944, what: "rest" });
  });

  test("what a bank is still sending is not asked for again, and is asked for once it failed", () => {
    expect(askedNow({ ...sent, pendingCents: 39_944 })).toBeNull();
    expect(askedNow({ ...sent, pendingCents: 0 })).toEqual({ amountCents: 39_944, what: "all" });
  });

  test("nobody pays a draft, or what is over", () => {
    expect(askedNow({ ...sent, sentAt: null })).toBeNull();
    expect(askedNow({ ...sent, closedAs: "void" })).toBeNull();
  });

  test("another part is taken only where the invoice takes parts, never more than is left, never dust", () => {
    expect(mayPay({ ...sent, takesParts: false }, 20_000)).toBe(false);
    expect(mayPay({ ...sent, takesParts: true }, 20_000)).toBe(true);
    expect(mayPay({ ...sent, takesParts: true }, 39_945)).toBe(false);
    expect(mayPay({ ...sent, takesParts: true }, 1)).toBe(false);
  });

  test("never asks for more than is left", () => {
    const cents = fc.nat(100_000);
    fc.assert(
      fc.property(
        cents,
        cents,
        cents,
        fc.option(cents),
        (totalCents, paidCents, pendingCents, depositCents) => {
          const facts = { ...sent, totalCents, paidCents, pendingCents, depositCents };
          const asked = askedNow(facts)?.amountCents ?? 0;
          expect(asked).toBeLessThanOrEqual(leftCents(facts));
          expect(asked > 0).toBe(leftCents(facts) > 0);
        },
      ),
    );
  });
});
