import fc from "fast-check";
import type { Owed, Paid } from "./receivables";

export const dayMs = 24 * 3_600_000;

/** A day at the business, as its calendar has it. */
export const dayAt = (at: Date) =>
  new Intl.DateTimeFormat("en-CA", {
    ...{ timeZone: "America/Chicago", year: "numeric", month: "2-digit", day: "2-digit" },
  }).format(at);
const daysFrom = (now: Date, days: number) => dayAt(new Date(now.getTime() + days * dayMs));

/** Moments at which the day, the month or the year is another in Chicago than in Greenwich, and one at which none is. */
export const monthEnds = [
  "2026-05-31T23:30:00-05:00",
  "2026-06-01T00:30:00-05:00",
  "2026-12-31T20:00:00-06:00",
  "2028-02-29T23:59:59-06:00",
  "2026-03-31T12:00:00-05:00",
].map((at) => new Date(at));

const cents = fc.integer({ min: 1, max: 2_000_000 });

const paidBefore = (now: Date): fc.Arbitrary<Paid> =>
  fc
    .record({
      cents,
      hoursAgo: fc.integer({ min: 0, max: 24 * 70 }),
      byHand: fc.option(fc.integer({ min: 0, max: 40 })),
      back: fc.option(
        fc.record({ of: fc.double({ min: 0.01, max: 1, noNaN: true }), isRefund: fc.boolean() }),
      ),
    })
    .map(({ hoursAgo, byHand, back, ...money }) => {
      const at = new Date(now.getTime() - hoursAgo * 3_600_000);
      return {
        ...{ ...money, at, paidOn: byHand === null ? null : daysFrom(at, -byHand) },
        back: back && {
          cents: back.isRefund ? Math.max(1, Math.floor(money.cents * back.of)) : money.cents,
          at: new Date(Math.min(now.getTime(), at.getTime() + 30 * 3_600_000)),
          as: back.isRefund ? ("refund" as const) : ("reversal" as const),
        },
      };
    });

/** What one that is over as paid has: it was paid whole, whatever was given back since. */
function paidWhole(totalCents: number, paid: Paid[], at: Date): Paid[] {
  const kept = paid.filter(({ back }) => back?.as !== "reversal");
  const left = totalCents - kept.reduce((sum, { cents }) => sum + cents, 0);
  return left > 0 ? [...paid, { cents: left, at }] : paid;
}

/** Any invoice that may be there at that moment. */
export const anyOwed = (now: Date): fc.Arbitrary<Owed> =>
  fc
    .record({
      totalCents: cents,
      dueIn: fc.option(fc.integer({ min: -200, max: 40 })),
      depositOf: fc.option(
        fc.record({ share: fc.double({ min: 0.01, max: 0.99, noNaN: true }), before: fc.nat(60) }),
      ),
      paid: fc.array(paidBefore(now), { maxLength: 3 }),
      pendingOf: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      waivedOf: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      as: fc.constantFrom("open", "open", "open", "paid", "void", "draft"),
      issuedAgo: fc.integer({ min: 0, max: 120 }),
      currency: fc.constantFrom("USD", "USD", "USD", "EUR"),
    })
    .map(({ totalCents, dueIn, depositOf, paid, pendingOf, waivedOf, as, issuedAgo, currency }) => ({
      ...{ totalCents, currency, issuedOn: daysFrom(now, -issuedAgo), isDraft: as === "draft" },
      dueOn: dueIn === null ? null : daysFrom(now, dueIn),
      deposit: depositOf && {
        cents: Math.max(1, Math.floor(totalCents * depositOf.share)),
        dueOn: dueIn === null ? null : daysFrom(now, dueIn - depositOf.before),
      },
      paid:
        as === "paid"
          ? paidWhole(totalCents, paid, new Date(now.getTime() - issuedAgo * dayMs))
          : as === "draft"
            ? []
            : paid,
      pendingCents: as === "open" && pendingOf ? Math.floor(totalCents * pendingOf) : 0,
      waivedCents: as === "open" && waivedOf ? Math.floor(totalCents * waivedOf) : 0,
      end: as === "paid" || as === "void" ? as : null,
    }));
