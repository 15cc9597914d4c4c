import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyOwed, dayAt, dayMs, monthEnds } from "@/e2e/support/any-receivables";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import { makeReadwell } from "@/e2e/support/clients";
import { makeOwed, type Owed } from "@/e2e/support/receivables";
import { samOf } from "@/e2e/support/scopes";
import { readMoney, readOwed } from "./money";

eachAtReadwell(10);

const number = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayMs;
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
const own = (all: Owed[]) => all.filter(({ currency }) => currency === "USD");
const edges = [0, 30, 60, 90, Infinity];
const ageNames = ["not-due", "1-30", "31-60", "61-90", "over-90"];

/** What is left of an invoice, by its days. */
function partsOf(owed: Owed) {
  const { totalCents, paid = [], pendingCents = 0, waivedCents = 0, deposit, dueOn, end, isDraft } = owed;
  if (end || isDraft) return [];
  const settled = sum(paid.map(({ cents, back }) => cents - (back?.cents ?? 0))) + pendingCents + waivedCents;
  const left = totalCents - settled;
  if (left <= 0) return [];
  const first = Math.max(0, (deposit?.cents ?? 0) - settled);
  const all = [{ cents: left, day: dueOn ?? null }];
  return first > 0 && first < left
    ? [
        { cents: first, day: deposit?.dueOn ?? dueOn ?? null },
        { cents: left - first, day: dueOn ?? null },
      ]
    : all;
}

const placeOf = (day: string | null, today: string) =>
  edges.findIndex((most) => (day ? number(today) - number(day) : 0) <= most);

function outstandingOf(all: Owed[], today: string) {
  return ageNames.map((age, place) => {
    const inIt = own(all)
      .map((each) => partsOf(each).filter(({ day }) => placeOf(day, today) === place))
      .filter((parts) => parts.length > 0);
    return { age, count: inIt.length, cents: sum(inIt.flat().map((part) => part.cents)) };
  });
}

const cameBetween = (all: Owed[], from: string, until: string) =>
  sum(
    own(all)
      .flatMap(({ paid = [] }) => paid)
      .map((paid) => ({ ...paid, day: paid.paidOn ?? dayAt(paid.at) }))
      .filter(({ day }) => day >= from && day <= until)
      .map((paid) => paid.cents),
  );

const lastOf = (month: string) => {
  const [year = 0, of = 0] = month.split("-").map(Number);
  return `${month}-${new Date(Date.UTC(year, of, 0)).getUTCDate()}`;
};

/** The month before. */
const monthBefore = (month: string) =>
  new Date(Date.parse(`${month}-01T00:00:00Z`) - dayMs).toISOString().slice(0, 7);

function settledIn(all: Owed[], month: string) {
  const took = all
    .filter(({ end, paid = [] }) => end === "paid" && paid.length > 0)
    .map(({ paid = [], issuedOn = "" }) => {
      const kept = paid.filter(({ back }) => back?.as !== "reversal");
      const closed =
        paid
          .map(({ at }) => dayAt(at))
          .sort()
          .at(-1) ?? "";
      const day =
        kept
          .map(({ paidOn, at }) => paidOn ?? dayAt(at))
          .sort()
          .at(-1) ?? closed;
      return { day, days: Math.max(0, number(day) - number(issuedOn)) };
    })
    .filter(({ day }) => day.slice(0, 7) === month);
  const days = sum(took.map((each) => each.days));
  return { count: took.length, days: took.length > 0 ? Math.round(days / took.length) : null };
}

describe("the money of the office", () => {
  test("comes to what an independent computation comes to, whatever was sent, paid, refunded and taken back", async () => {
    const world = fc
      .constantFrom(...monthEnds)
      .chain((now) => fc.tuple(fc.constant(now), fc.array(anyOwed(now), { maxLength: 14 })));
    await fc.assert(
      fc.asyncProperty(world, async ([now, all]) => {
        const shop = await makeReadwell(database.owner);
        for (const owed of all) await makeOwed(database.owner, shop, owed);
        const { outstanding, came, daysToPay } = await readMoney(samOf(shop), {}, now);
        const today = dayAt(now);
        const month = today.slice(0, 7);
        expect(outstanding.bars.map(({ age, count, cents }) => ({ age, count, cents }))).toEqual(
          outstandingOf(all, today),
        );
        expect(sum(came.weeks.map(({ cents }) => cents))).toBe(
          cameBetween(all, `${month}-01`, lastOf(month)),
        );
        for (const { days, cents, last } of came.weeks) {
          expect(cents).toBe(cameBetween(all, days.from, days.until));
          const lastUntil = `${monthBefore(month)}-${days.from.slice(8) === "29" ? "31" : days.until.slice(8)}`;
          if (last)
            expect(last.cents).toBe(
              cameBetween(all, `${monthBefore(month)}-${days.from.slice(8)}`, lastUntil),
            );
        }
        expect(daysToPay.months).toHaveLength(12);
        for (const shown of daysToPay.months.slice(-3))
          expect({ count: shown.count, days: shown.days }).toEqual(settledIn(all, shown.month));
      }),
      { numRuns: 40 },
    );
  }, 240_000);

  test("what is due on the last day of the month is late from the first minute of the next, there", async () => {
    await makeOwed(database.owner, readwell, { totalCents: 10_000, dueOn: "2026-05-31" });
    const at = async (now: string) => {
      const { outstanding } = await readMoney(sam, {}, new Date(now));
      return outstanding.bars.filter(({ count }) => count > 0).map(({ age }) => age);
    };
    expect(await at("2026-05-31T23:59:59-05:00")).toEqual(["not-due"]);
    expect(await at("2026-06-01T00:00:00-05:00")).toEqual(["1-30"]);
    expect(await at("2026-06-30T23:59:59-05:00")).toEqual(["1-30"]);
    expect(await at("2026-07-01T00:00:00-05:00")).toEqual(["31-60"]);
  });

  test("money of another currency is told beside the rest, never added", async () => {
    const late = { totalCents: 10_000, dueOn: "2026-01-31" };
    await makeOwed(database.owner, readwell, late);
    await makeOwed(database.owner, readwell, { ...late, currency: "EUR" });
    const now = new Date("2026-02-10T12:00:00-06:00");
    const { outstanding } = await readMoney(sam, {}, now);
    expect(outstanding).toMatchObject({ amount: "$100.00", count: 1, others: ["€100.00"] });
    expect(await readOwed(sam, { clientId: readwell.ellen }, now)).toEqual({
      ...{ amount: "€100.00 and $100.00", overdue: "€100.00 and $100.00", count: 2 },
    });
  });

  test("a deposit is late by a day of its own, and the rest is not before its own", async () => {
    const deposit = { cents: 20_000, dueOn: "2026-05-01" };
    await makeOwed(database.owner, readwell, { totalCents: 100_000, dueOn: "2026-07-01", deposit });
    const { outstanding, late } = await readMoney(sam, {}, new Date("2026-05-11T12:00:00-05:00"));
    expect(outstanding).toMatchObject({
      amount: "$1,000.00",
      count: 1,
      overdue: { amount: "$200.00", count: 1 },
    });
    expect(late.rows).toMatchObject([{ late: "10 days late", amount: "$200.00" }]);
  });

  test("what is on its way from a bank is told apart, and nobody is late with it", async () => {
    const late = { totalCents: 10_000, dueOn: "2026-01-31" };
    await makeOwed(database.owner, readwell, { ...late, pendingCents: 10_000 });
    await makeOwed(database.owner, readwell, { ...late, pendingCents: 4_000 });
    const { outstanding } = await readMoney(sam, {}, new Date("2026-02-10T12:00:00-06:00"));
    expect(outstanding).toMatchObject({ amount: "$60.00", count: 1, pending: "$140.00" });
  });

  test("what is late the longest leads, page by page, each once", async () => {
    for (let place = 0; place < 20; place += 1)
      await makeOwed(database.owner, readwell, {
        ...{ totalCents: 100 + place, dueOn: `2026-01-${String(1 + (place % 7)).padStart(2, "0")}` },
      });
    const now = new Date("2026-03-01T12:00:00-06:00");
    const seen: { id: string; late: string }[] = [];
    let after: string | undefined;
    do {
      const { late } = await readMoney(sam, { after }, now);
      seen.push(...late.rows);
      after = late.after ?? undefined;
    } while (after);
    expect([seen.length, new Set(seen.map(({ id }) => id)).size]).toEqual([20, 20]);
    const days = seen.map(({ late }) => Number.parseInt(late, 10));
    expect(days).toEqual([...days].sort((one, other) => other - one));
    expect(days[0]).toBe(59);
  });

  test("what came last is there with who paid and by what; what came by hand on its own day", async () => {
    const at = new Date("2026-05-11T15:00:00-05:00");
    const paid = [
      { cents: 5_000, at: new Date(at.getTime() - dayMs) },
      { cents: 2_500, at, paidOn: "2026-05-04" },
    ];
    await makeOwed(database.owner, readwell, { totalCents: 10_000, dueOn: "2026-05-31", paid });
    const { last, came, isNew } = await readMoney(sam, {}, new Date("2026-05-11T16:00:00-05:00"));
    expect(last).toMatchObject([
      {
        payer: "Ellen Marsh",
        what: expect.stringMatching(/^BW-\d+, Bank transfer$/),
        when: "Mon, May 4",
        amount: "$25.00",
      },
      { what: expect.stringMatching(/Visa ending 4242$/), when: "Sun 3:00 PM", amount: "$50.00" },
    ]);
    expect(came.weeks.map(({ label, amount }) => `${label} ${amount}`).slice(0, 2)).toEqual([
      ...["1–7 $25.00", "8–14 $50.00"],
    ]);
    expect([came.amount, came.change, isNew]).toEqual(["$75.00", { amount: "$75.00", isMore: true }, false]);
  });

  test("is nobody else’s: another shop sees none of it", async () => {
    const paid = [{ cents: 5_000, at: new Date() }];
    await makeOwed(database.owner, readwell, { totalCents: 10_000, dueOn: "2026-01-31", paid });
    const other = samOf(await makeReadwell(database.owner, {}, "Greenline Lawns"));
    expect(await readMoney(other, {}, new Date())).toMatchObject({
      ...{ outstanding: { amount: "$0.00", count: 0 }, came: { amount: "$0.00" }, last: [], isNew: true },
    });
    expect(await readOwed(other, { clientId: readwell.ellen }, new Date())).toBeNull();
  });
});
