import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageNames } from "@/lib/receivables/ages";
import { accountOf, besideLedger, type Charge, type Money, openOn } from "./balance";
import { periodOf } from "./period";

const charge = (of: Partial<Charge> = {}): Charge => ({
  documentId: "april",
  issuedOn: "2026-04-24",
  totalCents: 39_944,
  dueOn: "2026-05-08",
  depositCents: null,
  depositDueOn: null,
  voidOn: null,
  isPaid: false,
  pendingCents: 0,
  waivedCents: 0,
  ...of,
});
const money = (of: Partial<Money> = {}): Money => ({
  id: "one",
  documentId: "april",
  kind: "payment",
  day: "2026-04-30",
  amountCents: 20_000,
  ...of,
});
const april = { from: "2026-04-01", until: "2026-04-30" };

describe("an account", () => {
  test("is made of each invoice and all money of it by day, with what is owed after each", () => {
    const refund = money({ id: "two", kind: "refund", amountCents: -500 });
    expect(accountOf([charge()], [money(), refund], april)).toMatchObject({
      openingCents: 0,
      moves: [
        { kind: "invoice", day: "2026-04-24", cents: 39_944, balanceCents: 39_944 },
        { kind: "payment", cents: -20_000, balanceCents: 19_944 },
        { kind: "refund", cents: 500, balanceCents: 20_444 },
      ],
      closingCents: 20_444,
    });
  });

  test("opens with all that was before it, and tells nothing of what came after", () => {
    const may = { from: "2026-05-01", until: "2026-05-31" };
    const later = charge({ documentId: "june", issuedOn: "2026-06-01" });
    expect(accountOf([charge(), later], [money()], may)).toEqual({
      openingCents: 19_944,
      moves: [],
      closingCents: 19_944,
    });
  });

  test("keeps an invoice that was made void later where it stood, and takes it off on that day", () => {
    const gone = charge({ voidOn: "2026-05-02" });
    expect(accountOf([gone], [], april).closingCents).toBe(39_944);
    const { moves, closingCents } = accountOf([gone], [], { from: "2026-05-01", until: "2026-05-31" });
    expect(moves).toMatchObject([{ kind: "void", day: "2026-05-02", cents: -39_944, balanceCents: 0 }]);
    expect(closingCents).toBe(0);
  });
});

describe("what is open", () => {
  test.each([
    ["2026-05-08", "not-due"],
    ["2026-05-09", "1-30"],
    ["2026-06-07", "1-30"],
    ["2026-06-08", "31-60"],
    ["2026-07-07", "31-60"],
    ["2026-07-08", "61-90"],
    ["2026-08-06", "61-90"],
    ["2026-08-07", "over-90"],
  ])("is, of what was due on 8 May, on %s: %s", (day, age) => {
    expect(openOn(day, [charge()], []).byAge).toMatchObject({ [age]: 39_944 });
  });

  test("counts a deposit by its own day as far as it isn’t paid, and the rest by the invoice’s", () => {
    const withDeposit = charge({ depositCents: 10_000, depositDueOn: "2026-04-26" });
    expect(openOn("2026-04-30", [withDeposit], []).byAge).toMatchObject({
      "1-30": 10_000,
      "not-due": 29_944,
    });
    const part = money({ amountCents: 4000 });
    expect(openOn("2026-04-30", [withDeposit], [part]).byAge).toMatchObject({
      "1-30": 6000,
      "not-due": 29_944,
    });
  });

  test("has what was paid too much apart", () => {
    const twice = [money({ amountCents: 39_944 }), money({ id: "two", amountCents: 39_944 })];
    expect(openOn("2026-04-30", [charge()], twice)).toMatchObject({ surplusCents: 39_944 });
  });
});

describe("beside the ledger", () => {
  const may = (charged: Charge, moved: Money[] = []) => besideLedger([charged], moved, "2026-05-20");

  test("stands what is on its way from a bank, today, as far as it is asked for", () => {
    expect(may(charge({ pendingCents: 9_944 }), [money()])).toMatchObject([
      { kind: "pending", day: "2026-05-20", amountCents: 9_944 },
    ]);
    expect(may(charge({ pendingCents: 30_000 }), [money()])).toMatchObject([{ amountCents: 19_944 }]);
    expect(may(charge({ pendingCents: 30_000, voidOn: "2026-05-01" }))).toEqual([]);
  });

  test("stands what was given back of an invoice that stays paid, on the day on which it was", () => {
    const paid = money({ amountCents: 40_944 });
    const surplus = money({ id: "two", kind: "refund", day: "2026-05-01", amountCents: -1_000 });
    const goodwill = money({ id: "three", kind: "refund", day: "2026-05-12", amountCents: -5_000 });
    expect(may(charge({ isPaid: true }), [paid, surplus, goodwill])).toMatchObject([
      { kind: "waived", day: "2026-05-12", amountCents: 5_000 },
    ]);
    expect(may(charge(), [paid, surplus, goodwill])).toEqual([]);
  });

  test("stands what was given back while it was paid on that same day, once a reversal opened it; not what went back since", () => {
    const paid = [money({ amountCents: 20_000 }), money({ id: "two", amountCents: 19_944 })];
    const goodwill = money({ id: "three", kind: "refund", day: "2026-05-12", amountCents: -5_000 });
    const wrong = money({ id: "four", kind: "reversal", day: "2026-05-14", amountCents: -20_000 });
    const since = money({ id: "five", kind: "refund", day: "2026-05-16", amountCents: -1_000 });
    const opened = charge({ waivedCents: 5_000 });
    const all = [...paid, goodwill, wrong, since];
    const waived = [{ kind: "waived", day: "2026-05-12", amountCents: 5_000 }];
    expect(may(opened, all)).toMatchObject(waived);
    const { byAge } = openOn("2026-05-20", [opened], [...all, ...may(opened, all)]);
    expect(byAge).toMatchObject({ "1-30": 21_000 });
    expect(may(opened, [...paid, wrong]), "one that has not gone yet").toMatchObject([
      { kind: "waived", day: "2026-05-14", amountCents: 5_000 },
    ]);
    expect(may(charge({ waivedCents: 5_000, pendingCents: 30_000 }), all)).toMatchObject([
      ...waived,
      { kind: "pending", amountCents: 21_000 },
    ]);
    expect(may(charge({ waivedCents: 5_000, voidOn: "2026-05-18" }), all)).toEqual([]);
  });
});

const day = fc
  .integer({ min: 0, max: 800 })
  .map((days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const cents = fc.integer({ min: 1, max: 5_000_000 });
const charges = fc.uniqueArray(
  fc.record({
    documentId: fc.uuid(),
    issuedOn: day,
    totalCents: cents,
    dueOn: fc.option(day),
    depositCents: fc.option(cents),
    depositDueOn: fc.option(day),
    voidOn: fc.option(day, { freq: 4 }),
    isPaid: fc.boolean(),
    pendingCents: fc.nat(5_000_000),
    waivedCents: fc.nat(5_000_000),
  }),
  { selector: ({ documentId }) => documentId, maxLength: 12 },
);
const accounts = charges.chain((all) =>
  fc.record({
    charges: fc.constant(
      all.map((each) => (each.voidOn && each.voidOn < each.issuedOn ? { ...each, voidOn: null } : each)),
    ),
    money: fc.array(
      fc.record({
        id: fc.uuid(),
        documentId: fc.constantFrom(...all.map(({ documentId }) => documentId), "elsewhere"),
        kind: fc.constantFrom("payment", "refund", "reversal", "returned", "reinstated"),
        day,
        amountCents: fc.integer({ min: -5_000_000, max: 5_000_000 }).filter((amount) => amount !== 0),
      }),
      { maxLength: 30 },
    ),
    days: fc.tuple(day, day),
  }),
);

test("[B9] an account adds up like a plain sum of everything up to a day, whatever the period and its ages", () => {
  fc.assert(
    fc.property(accounts, ({ charges: all, money: moved, days: [one, other] }) => {
      const ofThese = moved.filter(({ documentId }) => documentId !== "elsewhere") as Money[];
      const period = one < other ? { from: one, until: other } : { from: other, until: one };
      const owedOn = (isCounted: (day: string) => boolean) =>
        Number(
          all.reduce((sum, { issuedOn, totalCents, voidOn }) => {
            const charged = isCounted(issuedOn) ? BigInt(totalCents) : 0n;
            return sum + charged - (voidOn && isCounted(voidOn) ? BigInt(totalCents) : 0n);
          }, 0n) -
            ofThese.reduce((sum, each) => sum + (isCounted(each.day) ? BigInt(each.amountCents) : 0n), 0n),
        );
      const { openingCents, moves, closingCents } = accountOf(all, ofThese, period);
      expect(openingCents).toBe(owedOn((each) => each < period.from));
      expect(closingCents).toBe(owedOn((each) => each <= period.until));
      expect(moves.every((move, at) => at === 0 || (moves[at - 1]?.day ?? "") <= move.day)).toBe(true);
      const { byAge, surplusCents } = openOn(period.until, all, ofThese);
      expect(ageNames.reduce((sum, age) => sum + byAge[age], 0) - surplusCents).toBe(closingCents);
      expect(ageNames.every((age) => byAge[age] >= 0)).toBe(true);
    }),
  );
});

test.each([
  [{}, "2026-01-01", "2026-04-24"],
  [{ from: "2025-07-01" }, "2025-07-01", "2026-04-24"],
  [{ until: "2025-06-30" }, "2025-01-01", "2025-06-30"],
  [{ from: "2026-03-01", until: "2026-02-01" }, "2026-02-01", "2026-03-01"],
  [{ from: "2027-01-01", until: "2028-01-01" }, "2026-04-24", "2026-04-24"],
])("a period asked for as %o goes from %s until %s", (asked, from, until) => {
  expect(periodOf(asked, "2026-04-24")).toEqual({ from, until });
});
