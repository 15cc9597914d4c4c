import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedNow, type InvoiceFacts, leftCents, mayPay, mostOnlineCents, statusOf } from "./standing";

const sent: InvoiceFacts = {
  sentAt: new Date("2026-04-24T14:00:00Z"),
  closedAs: null,
  totalCents: 39_944,
  paidCents: 0,
  pendingCents: 0,
  waivedCents: 0,
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

  test("what was given back while it was paid is not asked for again, nor a deposit as far as that goes", () => {
    expect(askedNow({ ...sent, waivedCents: 5_000 })).toEqual({ amountCents: 34_944, what: "rest" });
    expect(askedNow({ ...sent, waivedCents: 5_000, depositCents: 10_000 })).toEqual({
      ...{ amountCents: 5_000, what: "deposit" },
    });
    expect(askedNow({ ...sent, waivedCents: 5_000, paidCents: 34_944 })).toBeNull();
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

  test("nothing below 50 cents is paid online, and no part leaves so little", () => {
    const parts = { ...sent, totalCents: 10_000, takesParts: true };
    expect([9_950, 9_951, 9_980, 10_000].map((cents) => mayPay(parts, cents))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(mayPay({ ...parts, paidCents: 9_980 }, 20)).toBe(false);
    expect(mayPay({ ...sent, takesParts: false, depositCents: 49 }, 49)).toBe(false);
  });

  test("nothing above what a processor takes is paid online: the transfer is left, or a part", () => {
    const large = { ...sent, totalCents: 150_000_000, takesParts: false };
    expect(mayPay(large, 150_000_000)).toBe(false);
    expect(mayPay({ ...large, totalCents: mostOnlineCents }, mostOnlineCents)).toBe(true);
    const parts = { ...large, takesParts: true };
    expect([mostOnlineCents, mostOnlineCents + 1].map((cents) => mayPay(parts, cents))).toEqual([
      true,
      false,
    ]);
  });

  test("never asks for more than is left", () => {
    const cents = fc.nat(100_000);
    fc.assert(
      fc.property(
        fc.record({ totalCents: cents, paidCents: cents, pendingCents: cents, waivedCents: cents }),
        fc.option(cents),
        (amounts, depositCents) => {
          const facts = { ...sent, ...amounts, depositCents };
          const asked = askedNow(facts)?.amountCents ?? 0;
          expect(asked).toBeLessThanOrEqual(leftCents(facts));
          expect(asked > 0).toBe(leftCents(facts) > 0);
        },
      ),
    );
  });
});
