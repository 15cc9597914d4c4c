import { expect, test } from "vitest";
import { database, eachAtReadwell, sam } from "@/e2e/support/at-readwell";
import {
  doJobs,
  paidByCard,
  post,
  sentInvoice,
  standingOf,
  stripe,
  totalCents,
  withStripe,
} from "@/e2e/support/at-till";
import { dayIn } from "@/lib/dates";
import { parseCents } from "@/lib/money";
import { daysBetween } from "./ages";
import { readInvoices } from "./list";
import { readMoney } from "./money";
import { daysOf, monthAfter, monthOf } from "./months";
import { invoicesAsked } from "./sent";

withStripe();
eachAtReadwell(20);

const now = new Date();
const daysAgo = (count: number) => new Date(now.getTime() - count * 86_400_000);
const dayAt = (at: Date) => dayIn(at, "America/Chicago");
const thisMonth = monthOf(dayAt(now));

/** An invoice that was sent 80 days ago, paid 70 days ago and taken back by its bank 40 days ago. */
async function takenBack(): Promise<{ id: string; won: ReturnType<typeof stripe.winDispute> }> {
  const id = await sentInvoice();
  const checkout = await paidByCard(id);
  expect(await post(stripe.dispute(checkout))).toBe(204);
  await database.owner`update invoices set issued_on = ${dayAt(daysAgo(80))} where document_id = ${id}`;
  await database.owner`update payments set received_at = ${daysAgo(70)} where document_id = ${id}`;
  await database.owner`
    update ledger set at = case when kind = 'payment' then ${daysAgo(70)}::timestamptz else ${daysAgo(40)} end where document_id = ${id}`;
  return { id, won: stripe.winDispute(checkout) };
}

/** The invoices behind the days to pay of a month, and how many its bar says. */
async function settledIn(month: string) {
  const { rows } = await readInvoices(sam, invoicesAsked.parse({ settled: month }), now);
  const { daysToPay } = await readMoney(sam, {}, now);
  const bar = daysToPay.months.find((each) => each.month === month);
  expect(bar?.count, month).toBe(rows.length);
  return { count: rows.length, days: bar?.days };
}

const cents = (words: string | null) => (words ? (parseCents(words) ?? Number.NaN) : 0);

/** What the dashboard says came, less what it says went, month by month up to this one. */
async function sumOverMonths(): Promise<number> {
  let sum = 0;
  for (let back = 0; back < 6; back += 1) {
    const end = new Date(`${daysOf(monthAfter(thisMonth, -back)).until}T18:00:00Z`);
    const { came } = await readMoney(sam, {}, end < now ? end : now);
    sum += cents(came.amount) - cents(came.wentBack);
  }
  return sum;
}

test("what a bank gave up again settles its invoice in the month in which it did, on every page", async () => {
  const { id, won } = await takenBack();
  expect(await sumOverMonths()).toBe(0);
  expect(await post(won)).toBe(204);
  expect(await settledIn(thisMonth)).toEqual({ count: 1, days: daysBetween(dayAt(daysAgo(80)), dayAt(now)) });
  expect(await settledIn(monthOf(dayAt(daysAgo(70))))).toEqual({ count: 0, days: null });
  expect((await readMoney(sam, {}, now)).came.amount).toBe("$399.44");
  expect([await sumOverMonths(), (await standingOf(id)).ledger]).toEqual([totalCents, totalCents]);
});

test("of an invoice that was paid anew before, what the bank gives up later changes nothing of when it was settled", async () => {
  const { id, won } = await takenBack();
  await paidByCard(id);
  await database.owner`
    update payments set received_at = ${daysAgo(35)} where document_id = ${id} and state = 'received'`;
  await database.owner`update ledger set at = ${daysAgo(35)} where document_id = ${id} and kind = 'payment' and at > ${daysAgo(1)}`;
  await database.owner`update invoices set paid_at = ${daysAgo(35)} where document_id = ${id}`;
  expect(await post(won)).toBe(204);
  await doJobs();
  expect(await settledIn(monthOf(dayAt(daysAgo(35))))).toMatchObject({ count: 1 });
  expect(await settledIn(thisMonth)).toMatchObject({ count: 0 });
  expect([await sumOverMonths(), (await standingOf(id)).ledger]).toEqual([totalCents, totalCents]);
});
