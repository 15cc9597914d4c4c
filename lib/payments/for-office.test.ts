import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import {
  doJobs,
  paidByCard,
  paymentsOf,
  recordByHand,
  refund,
  sentInvoice,
  totalCents,
  withStripe,
} from "@/e2e/support/at-till";
import { readPayments, readRecording, readRefunding } from "./for-office";

withStripe();
eachAtReadwell();

const now = new Date("2026-04-24T15:00:00Z");

const record = (documentId: string, amount: number) =>
  recordByHand(documentId, amount, { method: "cheque", paidOn: "2026-04-20", note: "No. 114" }, now);

test("what the office reads of a payment names who recorded it, what went back, and what is left of it", async () => {
  const id = await sentInvoice();
  await record(id, 10_000);
  await paidByCard(id, totalCents - 10_000);
  const [, card] = await paymentsOf(id);
  await refund(String(card?.id), 2_000);
  expect((await readPayments(sam, id, now))[0]).toMatchObject({
    left: "$279.44",
    refunds: [{ state: "asked" }],
  });
  await doJobs();
  const [latest, first] = await readPayments(sam, id, now);
  expect(latest).toMatchObject({
    ...{
      state: "received",
      amount: "$299.44",
      label: "Visa ending 4242",
      payer: "Ellen Marsh",
      refunded: "$20.00",
    },
    ...{ left: "$279.44", mayTakeBack: false, recordedBy: null },
    refunds: [{ amount: "$20.00", state: "sent", by: "Sam Reyes", why: "A visit fell out.", failure: null }],
  });
  expect(first).toMatchObject({
    ...{ amount: "$100.00", label: "Cheque", when: "Mon, Apr 20", recordedBy: "Sam Reyes", note: "No. 114" },
    ...{ left: "$100.00", mayTakeBack: true, isByHand: true, refunds: [] },
  });
});

test("amounts and days are written as the business writes them", async () => {
  const id = await sentInvoice();
  await database.owner`update tenants set locale = 'en-AU', time_zone = 'Australia/Sydney' where id = ${readwell.tenantId}`;
  await database.owner`update invoices set currency = 'EUR' where document_id = ${id}`;
  await record(id, 10_000);
  const [payment] = await readPayments(sam, id, now);
  expect(payment).toMatchObject({ amount: "€100.00", when: "Mon 20 Apr" });
  const asked = await readRecording(sam, id, now);
  expect(asked).toMatchObject({ typed: "299.44", most: "€299.44", symbol: "€", today: "2026-04-25" });
});

test("a dialog is offered for what there is to do, and for nothing else", async () => {
  const id = await sentInvoice();
  await record(id, totalCents);
  const [payment] = await paymentsOf(id);
  const paymentId = String(payment?.id);
  expect(await readRecording(sam, id, now), "nothing is left").toBeUndefined();
  expect(await readRefunding(sam, { documentId: id, paymentId })).toMatchObject({
    ...{ payer: "Ellen Marsh", typed: "399.44", most: "$399.44", isByHand: true },
  });
  const elsewhere = await sentInvoice();
  expect(await readRefunding(sam, { documentId: elsewhere, paymentId })).toBeUndefined();
  expect(await readRefunding(sam, { documentId: id, paymentId: "no-id" })).toBeUndefined();
});
