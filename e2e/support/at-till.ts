import { afterAll, beforeAll, expect, vi } from "vitest";
import type { z } from "zod";
import { POST } from "@/app/api/webhooks/stripe/route";
import { GoTo } from "@/lib/auth/form";
import type { AtDocument, ClientScope } from "@/lib/auth/scope";
import { recordPayment } from "@/lib/payments/by-hand";
import { readRecording, readRefunding } from "@/lib/payments/for-office";
import { giveBack } from "@/lib/payments/give-back";
import { closeCheckout, lookAtPayment } from "@/lib/payments/look";
import { startPayment } from "@/lib/payments/pay";
import { refundPayment } from "@/lib/payments/refund";
import type { recording, refunding } from "@/lib/payments/sent";
import { database, readwell, sam } from "./at-readwell";
import { makeDocument } from "./clients";
import { aprilCents } from "./invoices";
import { atDocument, ellenOf } from "./scopes";
import { type StripeServer, startStripe } from "./stripe-server";

/** What the tests of payments do at the Readwell of `eachAtReadwell`, with a Stripe of their own. */

export let stripe: StripeServer;

/** Starts Stripe for every test of the file that calls this, before anything reads the environment. */
export function withStripe(): void {
  beforeAll(async () => {
    stripe = await startStripe();
    for (const [name, value] of Object.entries(stripe.environment)) vi.stubEnv(name, value);
  });
  afterAll(() => stripe.stop());
}

export const totalCents = aprilCents.total;

/** An invoice of $399.44 that Ellen was sent by e-mail. */
export async function sentInvoice(): Promise<string> {
  const id = await makeDocument(database.owner, readwell, "invoice");
  await database.owner`update documents set addressed_to = ${[readwell.address.ellen]} where id = ${id}`;
  return id;
}

export const ellenAt = (documentId: string): AtDocument<ClientScope> =>
  atDocument(ellenOf(readwell), documentId);

/** Taps Pay, and answers with the name of the checkout that it leads to. */
export async function tapPay(documentId: string, amountCents = totalCents, scope = ellenAt(documentId)) {
  const led = await startPayment(scope, { amountCents });
  if (!led.ok) throw new Error(`${led.reason}: ${led.detail.sentence}`);
  expect(led.value).toBeInstanceOf(GoTo);
  return led.value.page.split("/").at(-1) ?? "";
}

type Posted = { payload: string; signature: string };

/** What the office’s dialogs show as left to pay of an invoice, and to give back of a payment; 0 where they don’t open. */
const leftToPay = async (documentId: string) => (await readRecording(sam, documentId, new Date()))?.left ?? 0;
export async function leftToRefund(paymentId: string): Promise<number> {
  const [payment] = await database.owner<{ documentId: string }[]>`
    select document_id as "documentId" from payments where id = ${paymentId}`;
  const documentId = payment?.documentId ?? "";
  return (await readRefunding(sam, { documentId, paymentId }))?.left ?? 0;
}

type Recording = z.output<typeof recording>;

/** What the office writes down as it came into its bank, by a form of its own that shows what is left. */
export async function recordByHand(
  documentId: string,
  amount: number,
  more: Partial<Recording> = {},
  now?: Date,
) {
  const left = await leftToPay(documentId);
  const transfer = { method: "bank-transfer", paidOn: "2026-01-05", note: "" } as const;
  const sent = { documentId, amount, left, paymentId: crypto.randomUUID(), ...transfer, ...more };
  return recordPayment(sam, sent, now);
}

/** What the office gives back, by a form of its own that shows what is left. */
export async function refund(
  paymentId: string,
  amount: number,
  more: Partial<z.output<typeof refunding>> = {},
) {
  const left = await leftToRefund(paymentId);
  const sent = { paymentId, amount, left, refundId: crypto.randomUUID(), words: "A visit fell out." };
  return refundPayment(sam, { ...sent, ...more });
}

/** Posts what Stripe posts, and answers with the status. */
export async function post({ payload, signature }: Posted): Promise<number> {
  const request = new Request("http://localhost:3999/api/webhooks/stripe", {
    method: "POST",
    headers: { "stripe-signature": signature, "content-type": "application/json" },
    body: payload,
  });
  return (await POST(request)).status;
}

/** Lets a payer pay by card, and Stripe tell us of it. */
export async function paidByCard(documentId: string, amountCents = totalCents): Promise<string> {
  const checkout = await tapPay(documentId, amountCents);
  expect(await post(stripe.payByCard(checkout))).toBe(204);
  return checkout;
}

type PaymentRow = {
  id: string;
  state: string;
  amountCents: number;
  label: string;
  receipt: number | null;
  failure: string | null;
  checkoutId: string | null;
};

export const paymentsOf = async (documentId: string): Promise<PaymentRow[]> => [
  ...(await database.owner<PaymentRow[]>`
    select id, state, amount_cents::int as "amountCents", label, receipt, failure, checkout_id as "checkoutId"
    from payments where document_id = ${documentId} order by created_at, id`),
];

/** Where an invoice stands, and what its ledger comes to. */
export async function standingOf(documentId: string) {
  const [row] = await database.owner<
    {
      paid: number;
      pending: number;
      ledger: number;
      closedAs: string | null;
      answeredAs: string | null;
      waitsFor: string | null;
    }[]
  >`
    select i.paid_cents::int as paid, i.pending_cents::int as pending, d.closed_as as "closedAs", d.answered_as as "answeredAs",
      d.waits_for as "waitsFor",
      (select coalesce(sum(l.amount_cents), 0)::int from ledger l where l.document_id = d.id) as ledger
    from documents d join invoices i on i.document_id = d.id where d.id = ${documentId}`;
  if (!row) throw new Error("The invoice is gone.");
  return row;
}

/** The refunds of an invoice, the first one first. */
export const refundsOf = async (documentId: string) => [
  ...(await database.owner<{ id: string; state: string; reason: string; amountCents: number }[]>`
    select r.id, r.state, r.reason, r.amount_cents::int as "amountCents" from refunds r
    join payments p on p.id = r.payment_id where p.document_id = ${documentId} order by r.created_at, r.id`),
];

/** How often something of a kind happened to a document. */
export async function happenings(documentId: string, kind: string): Promise<number> {
  const rows =
    await database.owner`select 1 from events where document_id = ${documentId} and kind = ${kind}`;
  return rows.length;
}

/** How many receipts wait to be drawn and sent. */
export async function receiptsOf(documentId: string): Promise<number> {
  const rows = await database.owner`
    select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'send-receipt' and j.payload ->> 'documentId' = ${documentId}`;
  return rows.length;
}

/** How many messages are queued for an address. */
export async function lettersTo(address: string): Promise<number> {
  const rows = await database.owner`
    select 1 from messages where tenant_id = ${readwell.tenantId} and address = ${address}`;
  return rows.length;
}

const jobs = {
  "look-at-payment": lookAtPayment,
  "close-checkout": closeCheckout,
  "give-back": giveBack,
} as const;

/** Does every job of payments that waits, and what those bring about, as the worker would; each twice, as it may. */
export async function doJobs(): Promise<void> {
  for (;;) {
    const due = await database.owner<{ name: keyof typeof jobs; payload: never }[]>`
      delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier in ${database.owner(Object.keys(jobs))}
      returning t.identifier as name, j.payload`;
    if (due.length === 0) return;
    for (const { name, payload } of due) {
      await jobs[name](payload);
      await jobs[name](payload);
    }
  }
}
