import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import {
  happenings,
  paidByCard,
  paymentsOf,
  post,
  receiptsOf,
  recordByHand,
  refund,
  sentInvoice,
  standingOf,
  stripe,
  tapPay,
  totalCents,
  withStripe,
} from "@/e2e/support/at-till";
import { makeDocument, makeReadwell } from "@/e2e/support/clients";
import { samOf } from "@/e2e/support/scopes";
import { recordPayment, takeBack } from "./by-hand";
import { refundPayment } from "./refund";
import { recording, refunding } from "./sent";

withStripe();
eachAtReadwell(20);

const now = new Date("2026-04-24T15:00:00Z");
const transfer = { method: "bank-transfer", paidOn: "2026-04-23", note: "Reference BW" } as const;

const record = (documentId: string, amount: number, more?: Parameters<typeof recordByHand>[2]) =>
  recordByHand(documentId, amount, { ...transfer, ...more }, now);

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
    left: "39944",
    amount: "1",
    method: "cash",
  };
  expect(recording.safeParse({ ...sent, paidOn: "0000-01-01" }).error?.issues).toMatchObject([
    { path: ["paidOn"], message: "Choose the day on which it was paid." },
  ]);
});

test("what an invoice may come to may be recorded at once, and no cent more", () => {
  const form = { documentId: crypto.randomUUID(), paymentId: crypto.randomUUID(), left: "39944" };
  const read = (amount: string) =>
    recording.safeParse({ ...form, method: "cash", paidOn: "2026-04-23", amount });
  expect(read("12000000.00").data?.amount).toBe(1_200_000_000);
  expect(read("100,000,000.00").data?.amount).toBe(10_000_000_000);
  expect(read("100,000,000.01").success).toBe(false);
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
  expect(await refund(paymentId, 1_000, { refundId })).toMatchObject({ ok: true });
  expect(await refund(paymentId, 1_000, { refundId })).toMatchObject({ ok: true });
  expect(await refund(paymentId, 2_000, { refundId })).toMatchObject(another);
  expect(await standingOf(id)).toMatchObject({ ledger: 9_000 });
  const theirs = await makeReadwell(database.owner, {}, "Greenline Lawns");
  const sentTheirs = await makeDocument(database.owner, theirs, "invoice");
  const asThem = { documentId: sentTheirs, amount: 10_000, left: totalCents, ...transfer };
  expect(await recordPayment(samOf(theirs), { ...asThem, paymentId }, now)).toMatchObject(another);
  const their = crypto.randomUUID();
  expect(await recordPayment(samOf(theirs), { ...asThem, paymentId: their }, now)).toMatchObject({
    ok: true,
  });
  const back = { paymentId: their, refundId, amount: 1_000, left: 10_000, words: "A visit fell out." };
  expect(await refundPayment(samOf(theirs), back)).toMatchObject(another);
  expect(await standingOf(sentTheirs)).toMatchObject({ paid: 10_000, ledger: 10_000 });
});

test.each([
  ["all", totalCents],
  ["a part", 10_000],
])("five members who record the same transfer of %s record it once", async (_, amount) => {
  const id = await sentInvoice();
  const sent = await Promise.all(Array.from({ length: 5 }, () => record(id, amount, { left: totalCents })));
  expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await standingOf(id)).toMatchObject({ paid: amount });
});

test("a form that showed another amount as left records nothing and gives nothing back, and says what is left now", async () => {
  const id = await sentInvoice();
  const paymentId = crypto.randomUUID();
  await record(id, 10_000, { paymentId });
  expect(await record(id, 10_000, { left: totalCents })).toMatchObject({
    ...{ reason: "stale", detail: { sentence: expect.stringContaining("$299.44 is left to pay now") } },
  });
  expect(await record(id, 10_000, { paymentId, left: totalCents })).toMatchObject({ ok: true });
  const refundId = crypto.randomUUID();
  await refund(paymentId, 2_000, { refundId });
  expect(await refund(paymentId, 2_000, { left: 10_000 })).toMatchObject({
    ...{ reason: "stale", detail: { sentence: expect.stringContaining("$80.00 of it is left") } },
  });
  expect(await refund(paymentId, 2_000, { refundId, left: 10_000 })).toMatchObject({ ok: true });
  expect(await standingOf(id)).toMatchObject({ ledger: 8_000 });
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

test("what is typed has to be an amount above nothing, and a day", () => {
  const ids = { documentId: crypto.randomUUID(), paymentId: crypto.randomUUID() };
  const form = { ...ids, left: "39944", method: "cash" };
  expect(recording.safeParse({ ...form, amount: "1,200.50", paidOn: "2026-04-24" }).data?.amount).toBe(
    120_050,
  );
  for (const amount of ["", "0", "-5", "12.345", "ten"])
    expect(recording.safeParse({ ...form, amount, paidOn: "2026-04-24" }).success, amount).toBe(false);
  expect(recording.safeParse({ ...form, amount: "5", paidOn: "2026-02-30" }).success).toBe(false);
  expect(
    refunding.safeParse({ paymentId: form.paymentId, refundId: "x", left: "5", amount: "5" }).success,
  ).toBe(false);
});
