import { expect, test } from "vitest";
import { gate, inTenant } from "@/db/client";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import {
  doJobs,
  happenings,
  lettersTo,
  paidByCard,
  paymentsOf,
  post,
  receiptsOf,
  recordByHand,
  refundsOf,
  sentInvoice,
  standingOf,
  stripe,
  tapPay,
  totalCents,
  withStripe,
} from "@/e2e/support/at-till";
import { theSystem } from "@/lib/events/record";
import { issueLink, peekLinkById } from "@/lib/links/link";
import { lapsePayments } from "./lapse";
import { lookAtPayment } from "./look";

withStripe();
eachAtReadwell(20);

/** Makes the invoice void as its own room does: nobody is to pay it from then on. */
async function makeVoid(id: string): Promise<void> {
  await database.owner`update documents set closed_at = now(), closed_as = 'void' where id = ${id}`;
  await inTenant(sam, (tx) => lapsePayments(tx, id));
}

test("[D5] a card payment is received once: the invoice is paid, its receipt sent, and its links are dead", async () => {
  const id = await sentInvoice();
  const link = await issueLink(gate(), {
    purpose: "invoice",
    holder: {
      tenantId: readwell.tenantId,
      contactId: readwell.ellen,
      memberId: null,
      channel: "email",
      address: readwell.address.ellen,
    },
    documentId: id,
    by: theSystem,
  });
  expect((await peekLinkById(link.id))?.state).toBe("open");
  await paidByCard(id);
  expect((await peekLinkById(link.id))?.state).toBe("settled");
  expect(await standingOf(id)).toEqual({
    ...{ paid: totalCents, ledger: totalCents, pending: 0 },
    ...{ closedAs: "paid", answeredAs: "paid", waitsFor: null },
  });
  expect(await paymentsOf(id)).toMatchObject([{ state: "received", label: "Visa ending 4242", receipt: 1 }]);
  expect(await receiptsOf(id)).toBe(1);
  expect([await happenings(id, "payment.received"), await happenings(id, "document.closed")]).toEqual([1, 1]);
});

test("[D5] a card that is declined leaves the payment open, and the next one pays it", async () => {
  const id = await sentInvoice();
  const checkout = await tapPay(id);
  expect(stripe.decline(checkout)).toBe("open");
  expect(await tapPay(id), "the same page").toBe(checkout);
  expect(await post(stripe.payByCard(checkout))).toBe(204);
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, closedAs: "paid" });
});

test("a bank debit is pending until the bank says so, and counts as paid nowhere before", async () => {
  const id = await sentInvoice();
  const checkout = await tapPay(id);
  await post(stripe.payByBank(checkout));
  expect(await standingOf(id)).toMatchObject({ paid: 0, pending: totalCents, closedAs: null });
  expect(await paymentsOf(id)).toMatchObject([
    { state: "pending", label: "Chase ending 6789", receipt: null },
  ]);
  await post(stripe.bankSays(checkout, true));
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, pending: 0, closedAs: "paid" });
  expect(await receiptsOf(id)).toBe(1);
});

test("a bank debit that fails is told to its payer and to the office, and the invoice can be paid again", async () => {
  const id = await sentInvoice();
  const checkout = await tapPay(id);
  await post(stripe.payByBank(checkout));
  await post(stripe.bankSays(checkout, false));
  expect(await standingOf(id)).toMatchObject({
    ...{ paid: 0, pending: 0, closedAs: null, waitsFor: "payment-failed" },
  });
  expect(await paymentsOf(id)).toMatchObject([
    { state: "failed", failure: "There was not enough in the account." },
  ]);
  expect(await lettersTo(readwell.address.ellen)).toBe(1);
  await paidByCard(id);
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, closedAs: "paid", waitsFor: null });
});

test("[A31] whatever order a bank debit’s events come in, it ends as it stands", async () => {
  for (const isPaid of [true, false]) {
    const id = await sentInvoice();
    const checkout = await tapPay(id);
    const [first, last] = [stripe.payByBank(checkout), stripe.bankSays(checkout, isPaid)];
    for (const each of [last, first, last, first]) expect(await post(each)).toBe(204);
    expect(await standingOf(id)).toMatchObject({ paid: isPaid ? totalCents : 0, pending: 0 });
    expect((await paymentsOf(id))[0]?.state).toBe(isPaid ? "received" : "failed");
  }
});

test("money that comes after its payment lapsed still counts", async () => {
  const id = await sentInvoice();
  const checkout = await tapPay(id);
  const expired = stripe.expires(checkout);
  expect(await post(expired)).toBe(204);
  expect((await paymentsOf(id))[0]?.state).toBe("lapsed");
  const session = stripe.sessions.get(checkout);
  if (session) session.status = "open";
  expect(await post(stripe.payByCard(checkout))).toBe(204);
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, closedAs: "paid" });
});

test("void while somebody pays: the page is closed, and what was paid a moment before goes back", async () => {
  const unpaid = await sentInvoice();
  const open = await tapPay(unpaid);
  await makeVoid(unpaid);
  await doJobs();
  expect(stripe.sessions.get(open)?.status).toBe("expired");
  const id = await sentInvoice();
  const paid = stripe.payByCard(await tapPay(id));
  await makeVoid(id);
  await doJobs();
  await post(paid);
  await doJobs();
  expect(await refundsOf(id)).toMatchObject([{ state: "sent", reason: "void", amountCents: totalCents }]);
  expect(await standingOf(id)).toMatchObject({ paid: 0, ledger: 0, closedAs: "void" });
  expect(stripe.moneyOf(id)).toBe(0);
  expect([await happenings(id, "refund.asked"), await happenings(id, "refund.sent")]).toEqual([1, 1]);
});

test("a payment of an amount that the invoice no longer has is kept as far as it is due, and the rest goes back", async () => {
  const id = await sentInvoice();
  const checkout = await tapPay(id);
  const paid = stripe.payByCard(checkout);
  expect(await recordByHand(id, 30_000)).toMatchObject({ ok: true });
  await post(paid);
  await doJobs();
  expect(await refundsOf(id)).toMatchObject([{ state: "sent", reason: "surplus", amountCents: 30_000 }]);
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, ledger: totalCents, closedAs: "paid" });
  expect(stripe.moneyOf(id)).toBe(totalCents - 30_000);
});

test("a checkout that is open for more than is left is closed when money comes by another way", async () => {
  const id = await sentInvoice();
  const checkout = await tapPay(id);
  await recordByHand(id, 100);
  await doJobs();
  expect(stripe.sessions.get(checkout)?.status).toBe("expired");
  expect((await paymentsOf(id)).map(({ state }) => state).sort()).toEqual(["lapsed", "received"]);
});

test("a payment that its bank takes back opens the invoice again, once, and its links with it", async () => {
  const id = await sentInvoice();
  const checkout = await paidByCard(id);
  const taken = stripe.dispute(checkout);
  for (const each of [taken, taken, stripe.dispute(checkout)]) expect(await post(each)).toBe(204);
  expect(await standingOf(id)).toEqual({
    ...{ paid: 0, ledger: 0, pending: 0, closedAs: null, answeredAs: null, waitsFor: "payment-failed" },
  });
  expect(await happenings(id, "payment.reversed")).toBe(1);
  expect(stripe.moneyOf(id)).toBe(0);
  await paidByCard(id);
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, closedAs: "paid" });
  expect((await paymentsOf(id)).map(({ receipt }) => receipt)).toEqual([1, 2]);
});

test("what a bank gives up again counts again, and never before it was taken", async () => {
  const id = await sentInvoice();
  const checkout = await paidByCard(id);
  const [taken, won] = [stripe.dispute(checkout), stripe.winDispute(checkout)];
  expect(await post(won), "told again later").toBe(503);
  await post(taken);
  expect(await post(won)).toBe(204);
  expect(await post(won)).toBe(204);
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, ledger: totalCents, closedAs: "paid" });
  expect(stripe.moneyOf(id)).toBe(totalCents);
});

test("[A31] a dispute that comes before its payment was told of is not lost", async () => {
  const id = await sentInvoice();
  const checkout = await tapPay(id);
  stripe.payByCard(checkout);
  const taken = stripe.dispute(checkout);
  expect(await post(taken), "told again later").toBe(503);
  const [payment] = await paymentsOf(id);
  await lookAtPayment({ tenantId: readwell.tenantId, paymentId: String(payment?.id) });
  expect(await post(taken)).toBe(204);
  expect(await standingOf(id)).toMatchObject({ paid: 0, ledger: 0, closedAs: null });
});

test("what somebody gives back on Stripe’s own pages is in the ledger, once", async () => {
  const id = await sentInvoice();
  const checkout = await paidByCard(id);
  const made = stripe.refundThere(checkout, 5_000);
  for (const each of [made, made]) expect(await post(each)).toBe(204);
  await doJobs();
  expect(await refundsOf(id)).toMatchObject([{ state: "sent", reason: "processor", amountCents: 5_000 }]);
  expect((await standingOf(id)).ledger).toBe(stripe.moneyOf(id));
});

test("what was refunded and is disputed as well is taken off the invoice once, and the office is told", async () => {
  const id = await sentInvoice();
  const checkout = await paidByCard(id);
  await post(stripe.refundThere(checkout, totalCents));
  const letters = await lettersTo(readwell.address.ellen);
  const [taken, won] = [stripe.dispute(checkout), stripe.winDispute(checkout)];
  for (const each of [taken, taken]) expect(await post(each)).toBe(204);
  expect(await standingOf(id)).toMatchObject({
    ...{ paid: 0, ledger: 0, closedAs: "paid", waitsFor: "payment-failed" },
  });
  expect(await happenings(id, "payment.reversed")).toBe(1);
  expect(await lettersTo(readwell.address.ellen), "nothing is asked of the payer").toBe(letters);
  for (const each of [won, won]) expect(await post(each)).toBe(204);
  expect(await standingOf(id)).toMatchObject({ paid: 0, ledger: 0, closedAs: "paid", waitsFor: null });
});

test("of a payment that was refunded in part a dispute takes the rest, and gives back as much: it is paid again", async () => {
  const id = await sentInvoice();
  const checkout = await paidByCard(id);
  await post(stripe.refundThere(checkout, 5_000));
  const [taken, won] = [stripe.dispute(checkout), stripe.winDispute(checkout)];
  await post(taken);
  expect(await standingOf(id)).toMatchObject({ paid: 0, ledger: 0, closedAs: null });
  await post(won);
  // What was given back while it was paid is not asked for again, so nothing is left.
  expect(await standingOf(id)).toMatchObject({
    ...{ paid: totalCents - 5_000, ledger: totalCents - 5_000, closedAs: "paid" },
  });
});
