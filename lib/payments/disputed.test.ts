import { expect, test } from "vitest";
import { eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import {
  ellenAt,
  paidByCard,
  paymentsOf,
  post,
  recordByHand,
  sentInvoice,
  standingOf,
  stripe,
  tapPay,
  totalCents,
  withStripe,
} from "@/e2e/support/at-till";
import { ellenOf } from "@/e2e/support/scopes";
import { noteWait } from "@/lib/documents/note-wait";
import { disputeInvoice, settleDispute } from "@/lib/invoices/dispute";
import { readClientInvoice } from "@/lib/invoices/for-client";
import { readOfficeInvoice } from "@/lib/invoices/for-office";
import { readReminders } from "@/lib/reminders/office";
import { readLane } from "@/lib/work-orders/inbox";
import { takeBack } from "./by-hand";

withStripe();
eachAtReadwell(20);

const words = "You came three times in April, not four.";

async function disputed(): Promise<string> {
  const id = await sentInvoice();
  expect(await disputeInvoice(ellenAt(id), { words })).toMatchObject({ ok: true });
  return id;
}

/** How the disagreement is told to the office and to its client. */
async function toldOf(id: string) {
  const office = await readOfficeInvoice(sam, id, new Date());
  const client = await readClientInvoice(ellenOf(readwell), id, new Date());
  expect(client.view.disputed).toEqual(office?.view.disputed);
  return [office?.view.status, client.view.disputed?.reason ?? null, client.pay?.amount ?? null];
}

const chips = async () => (await readLane(sam, "needs-you")).rows.map(({ chip }) => chip.text);

test("what its client disagreed with and paid is paid; once the bank takes the money back they disagree as before", async () => {
  const id = await disputed();
  const checkout = await paidByCard(id);
  expect([await toldOf(id), await chips()]).toEqual([["paid", null, null], []]);
  await post(stripe.dispute(checkout));
  expect(await toldOf(id)).toEqual(["disputed", words, "$399.44"]);
  expect(await standingOf(id)).toMatchObject({ paid: 0, closedAs: null, waitsFor: "payment-failed" });
  expect((await readReminders(sam, new Date())).days.flatMap(({ reminders }) => reminders)).toEqual([]);
  await noteWait(sam, { id: id, waited: "payment-failed" });
  expect([(await standingOf(id)).waitsFor, await chips()]).toEqual(["disputed", ["Disputed"]]);
  expect(await settleDispute(sam, { id, words: "It is three." })).toMatchObject({ ok: true });
  expect([await toldOf(id), await chips()]).toEqual([["open", null, "$399.44"], []]);
});

test("a record that was wrong and is taken back leaves the disagreement waiting for the office", async () => {
  const id = await disputed();
  const paymentId = crypto.randomUUID();
  expect(await recordByHand(id, totalCents, { paymentId })).toMatchObject({ ok: true });
  expect((await standingOf(id)).waitsFor).toBeNull();
  expect(await takeBack(sam, { paymentId, words: "Another invoice." })).toMatchObject({ ok: true });
  expect(await standingOf(id)).toMatchObject({ closedAs: null, waitsFor: "disputed" });
});

test("a payment that fails while they disagree is put away without the disagreement", async () => {
  const id = await disputed();
  const checkout = await tapPay(id);
  await post(stripe.payByBank(checkout));
  await post(stripe.bankSays(checkout, false));
  expect((await standingOf(id)).waitsFor).toBe("payment-failed");
  await noteWait(sam, { id: id, waited: "payment-failed" });
  expect((await standingOf(id)).waitsFor).toBe("disputed");
  expect((await paymentsOf(id)).map(({ state }) => state)).toEqual(["failed"]);
  await paidByCard(id);
  expect(await standingOf(id)).toMatchObject({ closedAs: "paid", waitsFor: null });
});
