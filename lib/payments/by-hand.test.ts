import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import {
  doJobs,
  happenings,
  paidByCard,
  paymentsOf,
  post,
  receiptsOf,
  refundsOf,
  sentInvoice,
  standingOf,
  stripe,
  tapPay,
  totalCents,
  withStripe,
} from "@/e2e/support/at-till";
import { makeDocument, makeReadwell } from "@/e2e/support/clients";
import { samOf } from "@/e2e/support/scopes";
import { readActivity } from "@/lib/activity/activity";
import { recordPayment, takeBack } from "./by-hand";
import { putAway, refundPayment } from "./refund";
import { recording, refunding } from "./sent";

withStripe();
eachAtReadwell(20);

const now = new Date("2026-04-24T15:00:00Z");
const transfer = { method: "bank-transfer", paidOn: "2026-04-23", note: "Reference BW" } as const;

const record = (
  documentId: string,
  amount: number,
  more: Partial<typeof transfer> & { paymentId?: string } = {},
) => recordPayment(sam, { documentId, amount, paymentId: crypto.randomUUID(), ...transfer, ...more }, now);

const refund = (paymentId: string, amount: number, refundId: string = crypto.randomUUID()) =>
  refundPayment(sam, { paymentId, refundId, amount, words: "A visit fell out." });

const onlyPayment = async (id: string) => String((await paymentsOf(id))[0]?.id);

test("money that the office records counts at once, with a receipt, and the whole closes the invoice", async () => {
  const id = await sentInvoice();
  expect(await record(id, 10_000)).toMatchObject({ ok: true });
  expect(await standingOf(id)).toMatchObject({ paid: 10_000, ledger: 10_000, closedAs: null });
  expect(await record(id, totalCents - 10_000)).toMatchObject({ ok: true });
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, closedAs: "paid", answeredAs: "paid" });
  expect((await paymentsOf(id)).map(({ receipt }) => receipt)).toEqual([1, 2]);
  expect([await receiptsOf(id), await happenings(id, "payment.received")]).toEqual([2, 2]);
});

test("a day before anybody paid here is refused where it is typed", () => {
  const sent = {
    documentId: crypto.randomUUID(),
    paymentId: crypto.randomUUID(),
    amount: "1",
    method: "cash",
  };
  expect(recording.safeParse({ ...sent, paidOn: "0000-01-01" }).error?.issues).toMatchObject([
    { path: ["paidOn"], message: "Choose the day on which it was paid." },
  ]);
});

test("the same form sent ten times at once records one payment", async () => {
  const id = await sentInvoice();
  const paymentId = crypto.randomUUID();
  const sent = await Promise.all(Array.from({ length: 10 }, () => record(id, totalCents, { paymentId })));
  expect(sent.every(({ ok }) => ok)).toBe(true);
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, ledger: totalCents });
  expect(await paymentsOf(id)).toHaveLength(1);
});

test("another payment or refund under an id that is taken is refused, in this business and in others", async () => {
  const [id, other] = [await sentInvoice(), await sentInvoice()];
  const paymentId = crypto.randomUUID();
  expect(await record(id, 10_000, { paymentId })).toMatchObject({ ok: true });
  const another = {
    reason: "not-allowed-now",
    detail: { sentence: expect.stringMatching(/by this form already/) },
  };
  expect(await record(id, 10_001, { paymentId })).toMatchObject(another);
  expect(await record(other, 10_000, { paymentId })).toMatchObject(another);
  await tapPay(other);
  expect(await record(other, 10_000, { paymentId: await onlyPayment(other) })).toMatchObject(another);
  const refundId = crypto.randomUUID();
  expect(await refund(paymentId, 1_000, refundId)).toMatchObject({ ok: true });
  expect(await refund(paymentId, 1_000, refundId)).toMatchObject({ ok: true });
  expect(await refund(paymentId, 2_000, refundId)).toMatchObject(another);
  expect(await standingOf(id)).toMatchObject({ ledger: 9_000 });
  const theirs = await makeReadwell(database.owner, {}, "Greenline Lawns");
  const sentTheirs = await makeDocument(database.owner, theirs, "invoice");
  const asThem = { documentId: sentTheirs, amount: 10_000, ...transfer };
  expect(await recordPayment(samOf(theirs), { ...asThem, paymentId }, now)).toMatchObject(another);
  const their = crypto.randomUUID();
  expect(await recordPayment(samOf(theirs), { ...asThem, paymentId: their }, now)).toMatchObject({
    ok: true,
  });
  const back = { paymentId: their, refundId, amount: 1_000, words: "A visit fell out." };
  expect(await refundPayment(samOf(theirs), back)).toMatchObject(another);
  expect(await standingOf(sentTheirs)).toMatchObject({ paid: 10_000, ledger: 10_000 });
});

test("two members who record the same transfer at once record it once: there is no more left than it", async () => {
  const id = await sentInvoice();
  const sent = await Promise.all(Array.from({ length: 5 }, () => record(id, totalCents)));
  expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await standingOf(id)).toMatchObject({ paid: totalCents });
});

test("more than is left, a day to come, a draft and an invoice that is over are refused in words", async () => {
  const id = await sentInvoice();
  expect(await record(id, totalCents + 1)).toMatchObject({
    reason: "invalid",
    detail: { field: "amount", sentence: expect.stringContaining("Only $399.44 is left") },
  });
  expect(await record(id, 100, { paidOn: "2026-04-25" as never })).toMatchObject({
    detail: { field: "paidOn" },
  });
  const draft = await makeDocument(database.owner, readwell, "invoice", { draft: true });
  expect(await record(draft, 100)).toMatchObject({ reason: "not-allowed-now" });
  await record(id, totalCents);
  expect(await record(id, 100)).toMatchObject({ reason: "not-allowed-now" });
  expect(await record(crypto.randomUUID(), 100)).toMatchObject({ reason: "not-found" });
});

test("what is on its way from a bank counts as paid: it is not recorded a second time", async () => {
  const id = await sentInvoice();
  await post(stripe.payByBank(await tapPay(id)));
  expect(await record(id, totalCents)).toMatchObject({ reason: "invalid" });
});

test("a wrong record is taken back with its reason, once, and opens the invoice again", async () => {
  const id = await sentInvoice();
  await record(id, totalCents);
  const paymentId = await onlyPayment(id);
  const words = "That transfer was for another invoice.";
  const taken = await Promise.all(Array.from({ length: 5 }, () => takeBack(sam, { paymentId, words })));
  expect(taken.every(({ ok }) => ok)).toBe(true);
  expect(await standingOf(id)).toMatchObject({ paid: 0, ledger: 0, closedAs: null, answeredAs: null });
  expect(await happenings(id, "payment.reversed")).toBe(1);
  expect(await paymentsOf(id)).toMatchObject([{ state: "failed", failure: words, receipt: 1 }]);
});

test("what was paid online is not taken back, it is refunded", async () => {
  const id = await sentInvoice();
  await paidByCard(id);
  const taken = await takeBack(sam, { paymentId: await onlyPayment(id), words: "Wrong" });
  expect(taken).toMatchObject({ reason: "not-allowed-now" });
  expect(await standingOf(id)).toMatchObject({ paid: totalCents });
});

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

test("the same refund sent ten times at once, and twenty others at once, never give back more than came", async () => {
  const id = await sentInvoice();
  await paidByCard(id);
  const paymentId = await onlyPayment(id);
  const refundId = crypto.randomUUID();
  await Promise.all(Array.from({ length: 10 }, () => refund(paymentId, 10_000, refundId)));
  expect(await refundsOf(id)).toHaveLength(1);
  await Promise.all(Array.from({ length: 20 }, () => refund(paymentId, 10_000)));
  await doJobs();
  expect(await refundsOf(id)).toHaveLength(3);
  expect((await standingOf(id)).ledger).toBe(totalCents - 30_000);
  expect(stripe.moneyOf(id)).toBe(totalCents - 30_000);
});

test("money that came by hand is only written down as given back", async () => {
  const id = await sentInvoice();
  await record(id, totalCents);
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
  await putAway(sam, { documentId: id });
  expect((await standingOf(id)).waitsFor).toBe(null);
  await putAway(sam, { documentId: id });
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

test("what is typed has to be an amount above nothing, and a day", () => {
  const form = { documentId: crypto.randomUUID(), paymentId: crypto.randomUUID(), method: "cash" };
  expect(recording.safeParse({ ...form, amount: "1,200.50", paidOn: "2026-04-24" }).data?.amount).toBe(
    120_050,
  );
  for (const amount of ["", "0", "-5", "12.345", "ten"])
    expect(recording.safeParse({ ...form, amount, paidOn: "2026-04-24" }).success, amount).toBe(false);
  expect(recording.safeParse({ ...form, amount: "5", paidOn: "2026-02-30" }).success).toBe(false);
  expect(refunding.safeParse({ paymentId: form.paymentId, refundId: "x", amount: "5" }).success).toBe(false);
});
