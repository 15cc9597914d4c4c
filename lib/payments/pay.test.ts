import { afterEach, expect, test, vi } from "vitest";
import { database, eachAtReadwell, readwell } from "@/e2e/support/at-readwell";
import {
  ellenAt,
  happenings,
  paidByCard,
  paymentsOf,
  post,
  sentInvoice,
  standingOf,
  stripe,
  tapPay,
  totalCents,
  withStripe,
} from "@/e2e/support/at-till";
import { atDocument, tomOf } from "@/e2e/support/scopes";
import { scopeOf } from "@/lib/auth/scope";
import { canPayOnline, startPayment } from "./pay";

withStripe();
eachAtReadwell(20);

/** Lets Stripe open no checkout before it was asked so many times. */
function holdBegins(count: number): () => number {
  let asked = 0;
  let goOn = () => {};
  const all = new Promise<void>((resolve) => (goOn = resolve));
  stripe.at.before = async (what) => {
    if (what !== "begin") return;
    asked += 1;
    if (asked === count) goOn();
    await all;
  };
  return () => asked;
}

afterEach(() => {
  stripe.at.before = async () => {};
  stripe.at.after = async () => {};
});

test("[D5] a tap on Pay leads to a checkout for exactly what is due, in the invoice’s own currency", async () => {
  const id = await sentInvoice();
  const checkout = await tapPay(id);
  const session = stripe.sessions.get(checkout);
  const [payment] = await paymentsOf(id);
  expect(canPayOnline("USD")).toBe(true);
  expect(session).toMatchObject({ amountCents: 39_944, currency: "usd", account: null });
  expect(session?.metadata).toEqual({ tenant: readwell.tenantId, document: id, payment: payment?.id });
  expect(session?.sent).toMatchObject({
    mode: "payment",
    client_reference_id: payment?.id,
    "allowed_payment_method_types[0]": "card",
    "allowed_payment_method_types[1]": "us_bank_account",
    "payment_intent_data[metadata][payment]": payment?.id,
    customer_email: readwell.address.ellen,
    cancel_url: `http://localhost:3999/portal/invoices/${id}`,
    success_url: `http://localhost:3999/portal/invoices/${id}?payment=${payment?.id}`,
  });
  const lives = Number(session?.sent.expires_at) - Date.now() / 1000;
  expect(lives).toBeGreaterThan(30 * 60);
  expect(lives).toBeLessThan(24 * 3600);
  expect(payment).toMatchObject({ state: "started", amountCents: 39_944, checkoutId: checkout });
  expect(await happenings(id, "payment.started")).toBe(1);
});

test.each([
  ["AUD", "aud", "au_becs_debit"],
  ["GBP", "gbp", "bacs_debit"],
  ["EUR", "eur", "sepa_debit"],
  ["NZD", "nzd", undefined],
])(
  "an invoice in %s is paid in %s, by card or by the bank debit of that country",
  async (currency, sent, debit) => {
    const id = await sentInvoice();
    await database.owner`update invoices set currency = ${currency} where document_id = ${id}`;
    const session = stripe.sessions.get(await tapPay(id));
    expect([session?.currency, session?.sent["allowed_payment_method_types[1]"]]).toEqual([sent, debit]);
  },
);

test.each(["JPY", "KWD"])(
  "an invoice in %s, whose money has no cents, is not paid online: nothing is charged a hundredfold",
  async (currency) => {
    const id = await sentInvoice();
    await database.owner`update invoices set currency = ${currency} where document_id = ${id}`;
    expect(canPayOnline(currency)).toBe(false);
    expect(await startPayment(ellenAt(id), { amountCents: totalCents })).toMatchObject({
      reason: "not-allowed-now",
    });
    expect(await paymentsOf(id)).toEqual([]);
  },
);

test("where the business has an account of its own at Stripe, the money goes there", async () => {
  const id = await sentInvoice();
  await database.owner`update tenants set stripe_account = 'acct_readwell' where id = ${readwell.tenantId}`;
  const checkout = await tapPay(id);
  expect(stripe.sessions.get(checkout)?.account).toBe("acct_readwell");
  await database.owner`update tenants set stripe_account = null where id = ${readwell.tenantId}`;
  expect(await post(stripe.payByCard(checkout))).toBe(204);
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, closedAs: "paid" });
});

test("[D5] twenty tabs that pay at once are led to one checkout, and one payment is made", async () => {
  const id = await sentInvoice();
  const asked = holdBegins(20);
  const led = await Promise.all(Array.from({ length: 20 }, () => tapPay(id)));
  expect(asked(), "all of them at the same moment").toBe(20);
  const [checkout] = led;
  const ofInvoice = [...stripe.sessions.values()].filter(({ metadata }) => metadata.document === id);
  expect([new Set(led).size, ofInvoice.length, (await paymentsOf(id)).length]).toEqual([1, 1, 1]);
  expect(await post(stripe.payByCard(String(checkout)))).toBe(204);
  expect(stripe.moneyOf(id)).toBe(totalCents);
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, ledger: totalCents, closedAs: "paid" });
});

test("two tabs that pay different amounts at once leave one checkout open, and never more than is due is kept", async () => {
  const id = await sentInvoice();
  await database.owner`update invoices set takes_parts = true where document_id = ${id}`;
  const led = await Promise.all(
    [10_000, 20_000, 30_000].map((amountCents) => startPayment(ellenAt(id), { amountCents })),
  );
  expect(led.some(({ ok }) => ok)).toBe(true);
  const open = [...stripe.sessions.values()].filter(
    ({ metadata, status }) => metadata.document === id && status === "open",
  );
  expect(open).toHaveLength(1);
  expect((await paymentsOf(id)).filter(({ state }) => state === "started")).toHaveLength(1);
});

test("another amount closes the former checkout before it opens its own", async () => {
  const id = await sentInvoice();
  await database.owner`update invoices set takes_parts = true where document_id = ${id}`;
  const former = await tapPay(id, 10_000);
  const next = await tapPay(id, 20_000);
  expect([stripe.sessions.get(former)?.status, stripe.sessions.get(next)?.status]).toEqual([
    "expired",
    "open",
  ]);
  expect((await paymentsOf(id)).map(({ state }) => state)).toEqual(["lapsed", "started"]);
});

test("who was paying a moment before is found out when the other taps: nobody pays twice", async () => {
  const id = await sentInvoice();
  const former = await tapPay(id);
  stripe.payByCard(former);
  const second = await startPayment(atDocument(tomOf(readwell), id), { amountCents: totalCents });
  expect(second).toMatchObject({ ok: false });
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, closedAs: "paid" });
  expect(stripe.moneyOf(id)).toBe(totalCents);
});

test("the other of the two people has a checkout of their own, and the payment is theirs", async () => {
  const id = await sentInvoice();
  const ellens = await tapPay(id);
  const toms = await tapPay(id, totalCents, atDocument(tomOf(readwell), id));
  expect([stripe.sessions.get(ellens)?.status, stripe.sessions.get(toms)?.status]).toEqual([
    "expired",
    "open",
  ]);
  await post(stripe.payByCard(toms));
  const [last] = await database.owner`
    select actor_name as who from events where document_id = ${id} and kind = 'payment.received'`;
  expect(last?.who).toBe("Tom Marsh");
});

test("an amount that is not asked for, an invoice that is paid, and one of somebody else’s are refused", async () => {
  const id = await sentInvoice();
  for (const amountCents of [1, 10_000, totalCents + 1])
    expect(await startPayment(ellenAt(id), { amountCents })).toMatchObject({ reason: "not-allowed-now" });
  const stranger = scopeOf(readwell.tenantId, {
    ...ellenAt(id).actor,
    contactId: "00000000-0000-4000-8000-00000000ffff",
  });
  expect(await startPayment({ ...stranger, documentId: id }, { amountCents: totalCents })).toMatchObject({
    reason: "not-found",
  });
  await paidByCard(id);
  expect(await startPayment(ellenAt(id), { amountCents: totalCents })).toMatchObject({ ok: false });
  expect((await paymentsOf(id)).length).toBe(1);
});

test("a tap that hangs at Stripe keeps nobody: the next one goes on where it was, to the same checkout", async () => {
  const id = await sentInvoice();
  let goOn = () => {};
  const hangs = new Promise<void>((resolve) => (goOn = resolve));
  stripe.at.after = () => hangs;
  const hanging = startPayment(ellenAt(id), { amountCents: totalCents });
  await vi.waitFor(
    () => expect([...stripe.sessions.values()].some(({ metadata }) => metadata.document === id)).toBe(true),
    20_000,
  );
  stripe.at.after = async () => {};
  const checkout = await tapPay(id);
  goOn();
  expect(await hanging).toMatchObject({ ok: true, value: { page: expect.stringContaining(checkout) } });
  expect(await paymentsOf(id)).toHaveLength(1);
});

test("what Stripe will not begin is said in words, and nothing was paid", async () => {
  const id = await sentInvoice();
  await database.owner`update tenants set stripe_account = 'acct_gone' where id = ${readwell.tenantId}`;
  stripe.at.before = async () => {
    throw new Error("The connection broke off.");
  };
  const led = startPayment(ellenAt(id), { amountCents: totalCents });
  expect(await led).toMatchObject({
    reason: "unavailable",
    detail: { sentence: expect.stringContaining("Nothing was paid") },
  });
  stripe.at.before = async () => {};
  await tapPay(id);
  expect(await paymentsOf(id)).toHaveLength(1);
});
