import { expect, test } from "vitest";
import { eachAtReadwell, sam } from "@/e2e/support/at-readwell";
import {
  doJobs,
  happenings,
  leftToRefund,
  paidByCard,
  paymentsOf,
  post,
  recordByHand,
  refund,
  refundsOf,
  sentInvoice,
  standingOf,
  stripe,
  totalCents,
  withStripe,
} from "@/e2e/support/at-till";
import { readActivity } from "@/lib/activity/activity";
import { noteWait } from "@/lib/documents/note-wait";

withStripe();
eachAtReadwell(20);

const onlyPayment = async (id: string) => String((await paymentsOf(id))[0]?.id);

test("the office gives back a part and then the rest, at Stripe and in the ledger, and no cent more", async () => {
  const id = await sentInvoice();
  await paidByCard(id);
  const paymentId = await onlyPayment(id);
  expect(await refund(paymentId, 2_000)).toMatchObject({ ok: true });
  expect(await refund(paymentId, totalCents - 1_999)).toMatchObject({
    reason: "invalid",
    detail: { sentence: expect.stringContaining("Only $379.44") },
  });
  await doJobs();
  expect(stripe.moneyOf(id)).toBe(totalCents - 2_000);
  expect(await standingOf(id)).toMatchObject({ ledger: totalCents - 2_000, closedAs: "paid" });
  await refund(paymentId, totalCents - 2_000);
  await doJobs();
  expect([stripe.moneyOf(id), (await standingOf(id)).ledger]).toEqual([0, 0]);
  expect(await refund(paymentId, 1)).toMatchObject({ reason: "invalid" });
});

test("the same refund sent ten times at once goes back once, and of twenty others that were shown the same, one", async () => {
  const id = await sentInvoice();
  await paidByCard(id);
  const paymentId = await onlyPayment(id);
  const refundId = crypto.randomUUID();
  await Promise.all(Array.from({ length: 10 }, () => refund(paymentId, 10_000, { refundId })));
  expect(await refundsOf(id)).toHaveLength(1);
  const left = await leftToRefund(paymentId);
  await Promise.all(Array.from({ length: 20 }, () => refund(paymentId, 10_000, { left })));
  await doJobs();
  expect(await refundsOf(id)).toHaveLength(2);
  expect((await standingOf(id)).ledger).toBe(totalCents - 20_000);
  expect(stripe.moneyOf(id)).toBe(totalCents - 20_000);
});

test("money that came by hand is only written down as given back", async () => {
  const id = await sentInvoice();
  await recordByHand(id, totalCents);
  expect(await refund(await onlyPayment(id), 5_000)).toMatchObject({ ok: true });
  expect(await refundsOf(id)).toMatchObject([{ state: "sent", reason: "office", amountCents: 5_000 }]);
  expect(await standingOf(id)).toMatchObject({ ledger: totalCents - 5_000 });
});

test("a refund that Stripe will not make waits for the office, and one that comes back is counted again", async () => {
  const id = await sentInvoice();
  const checkout = await paidByCard(id);
  await refund(await onlyPayment(id), 5_000);
  await doJobs();
  const made = [...stripe.refunds.values()].at(-1);
  const back = stripe.refundBecomes(String(made?.id), "failed");
  for (const each of [back, back]) expect(await post(each)).toBe(204);
  expect(await refundsOf(id)).toMatchObject([{ state: "failed" }]);
  expect(await standingOf(id)).toMatchObject({ ledger: totalCents, waitsFor: "refund-failed" });
  expect((await standingOf(id)).ledger).toBe(stripe.moneyOf(id));
  expect(await happenings(id, "refund.failed")).toBe(1);
  await noteWait(sam, { id: id, waited: "refund-failed" });
  expect((await standingOf(id)).waitsFor).toBe(null);
  await noteWait(sam, { id: id, waited: "refund-failed" });
  const [told, ...more] = (
    await readActivity(sam, { about: "documents", days: "all", q: "" }, new Date())
  ).days
    .flatMap(({ entries }) => entries)
    .filter(({ sentence }) => sentence.startsWith("Done with"));
  expect(told).toMatchObject({ sentence: "Done with a refund that did not go through", aside: "Sam Reyes" });
  expect(more).toEqual([]);
  expect(checkout).toBeTruthy();
});

test("a refund that takes its time is asked about until it is sent", async () => {
  const id = await sentInvoice();
  await paidByCard(id);
  stripe.at.refunds = "pending";
  await refund(await onlyPayment(id), 5_000);
  await doJobs();
  expect(await refundsOf(id)).toMatchObject([{ state: "asked" }]);
  stripe.at.refunds = "succeeded";
  const made = [...stripe.refunds.values()].at(-1);
  expect(await post(stripe.refundBecomes(String(made?.id), "succeeded"))).toBe(204);
  expect(await refundsOf(id)).toMatchObject([{ state: "sent" }]);
  expect((await standingOf(id)).ledger).toBe(totalCents - 5_000);
});
