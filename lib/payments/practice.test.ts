import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell } from "@/e2e/support/at-readwell";
import {
  doJobs,
  ellenAt,
  happenings,
  paymentsOf,
  refund,
  refundsOf,
  sentInvoice,
  standingOf,
  totalCents,
} from "@/e2e/support/at-till";
import { environment } from "@/e2e/support/environment";
import { lookAtAll } from "./look";
import { startPayment } from "./pay";
import { endPractice, isPracticeOpen, payByPractice } from "./practice-page";

eachAtReadwell(20);

/** Taps Pay, and answers with the checkout's name, and with the page that it led to. */
async function tapPay(documentId: string) {
  const led = await startPayment(ellenAt(documentId), { amountCents: totalCents });
  if (!led.ok) throw new Error(led.reason);
  return led.value.page.split("/").at(-1) ?? "";
}

const bookOf = async (documentId: string) => {
  const [row] = await database.owner<{ state: string; held: number }[]>`
    select k.state, case when k.state = 'paid' then (k.amount_cents - k.refunded_cents)::int else 0 end as held
    from practice_checkouts k join payments p on p.id = k.payment_id where p.document_id = ${documentId}`;
  return row;
};

/** What a bank has said once its time is over. */
async function bankSays(): Promise<void> {
  const due = await database.owner<{ payload: Parameters<typeof endPractice>[0]; late: boolean }[]>`
    delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
    where t.id = j.task_id and t.identifier = 'end-practice' returning j.payload, j.run_at > now() as late`;
  expect(due.map(({ late }) => late)).toEqual([true]);
  for (const { payload } of due) {
    await endPractice(payload);
    await endPractice(payload);
  }
}

test("[D5] a practice payment by card is received as one of Stripe’s is", async () => {
  const id = await sentInvoice();
  const checkoutId = await tapPay(id);
  const [payment] = await paymentsOf(id);
  expect(await payByPractice({ checkoutId, how: "card" })).toBe(
    `/portal/invoices/${id}?payment=${payment?.id}`,
  );
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, closedAs: "paid" });
  expect(await paymentsOf(id)).toMatchObject([{ state: "received", label: "Visa ending 4242", receipt: 1 }]);
});

test("[D5] a practice card that is declined stays on its page, and the next one pays", async () => {
  const id = await sentInvoice();
  const checkoutId = await tapPay(id);
  expect(await payByPractice({ checkoutId, how: "declined" })).toBe(
    `/practice/${checkoutId}?problem=declined`,
  );
  expect(await standingOf(id)).toMatchObject({ paid: 0, closedAs: null });
  expect(await payByPractice({ checkoutId, how: "asks-bank" })).toBe(`/practice/${checkoutId}?bank=asks`);
  expect(await payByPractice({ checkoutId, how: "refuse" })).toBe(`/practice/${checkoutId}?problem=refuse`);
  await payByPractice({ checkoutId, how: "approve" });
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, closedAs: "paid" });
});

test.each([
  ["bank", "received", totalCents],
  ["bank-fails", "failed", 0],
] as const)(
  "a practice %s debit is pending, and %s once its bank has taken its time",
  async (how, state, cents) => {
    const id = await sentInvoice();
    const checkoutId = await tapPay(id);
    await payByPractice({ checkoutId, how });
    expect(await standingOf(id)).toMatchObject({ paid: 0, pending: totalCents, closedAs: null });
    await bankSays();
    expect((await paymentsOf(id))[0]?.state).toBe(state);
    expect(await standingOf(id)).toMatchObject({ paid: cents, pending: 0 });
  },
);

test("twenty taps on the practice page at once pay once", async () => {
  const id = await sentInvoice();
  const checkoutId = await tapPay(id);
  await Promise.all(Array.from({ length: 20 }, () => payByPractice({ checkoutId, how: "card" })));
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, ledger: totalCents });
  expect(await happenings(id, "payment.received")).toBe(1);
});

test("what the practice processor took and could not tell is found by a look", async () => {
  const id = await sentInvoice();
  const checkoutId = await tapPay(id);
  await database.owner`update practice_checkouts set state = 'paid', method = 'card' where id = ${checkoutId}`;
  await database.owner`update payments set created_at = created_at - interval '3 minutes' where document_id = ${id}`;
  await lookAtAll();
  await doJobs();
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, closedAs: "paid" });
});

test("a practice refund goes back once, and never more than was paid", async () => {
  const id = await sentInvoice();
  await payByPractice({ checkoutId: await tapPay(id), how: "card" });
  const [payment] = await paymentsOf(id);
  await refund(String(payment?.id), 5_000);
  await doJobs();
  expect(await refundsOf(id)).toMatchObject([{ state: "sent", amountCents: 5_000 }]);
  expect((await bookOf(id))?.held).toBe((await standingOf(id)).ledger);
});

test("an unknown checkout leads nowhere but to its own page, which is not there", async () => {
  expect(await payByPractice({ checkoutId: "unknown", how: "card" })).toBe("/practice/unknown");
  expect(readwell.tenantId).toBeTruthy();
});

test("the practice page is open under a loopback name alone", () => {
  const at = (host: string) => isPracticeOpen(new Headers({ host }));
  expect(["localhost:3999", "127.0.0.1:3999", "[::1]:3999"].map(at)).toEqual([true, true, true]);
  expect(["evil.example", "localhost.evil.example", ""].map(at)).toEqual([false, false, false]);
});

test("anywhere but on a loopback origin there is no practice processor: nothing is found, begun or paid by it", () => {
  const hosted = {
    ...environment,
    APP_ORIGIN: "https://latchkey.example",
    RESEND_API_KEY: "re_1",
    MAIL_FROM: "links@latchkey.example",
    RESEND_WEBHOOK_SECRET: "whsec_1",
    TWILIO_ACCOUNT_SID: "AC1",
    TWILIO_AUTH_TOKEN: "t",
    TWILIO_FROM: "+61480000000",
    DATABASE_URL: database.appUrl,
    NODE_ENV: "test" as const,
  };
  const asked = `
    const [{ canPayOnline }, { findCheckout, practice }, { isPracticeOpen, payByPractice }] = await Promise.all(
      ["pay", "practice", "practice-page"].map((name) => import("@/lib/payments/" + name)));
    const thrown = await practice.begin({ paymentId: crypto.randomUUID(), tenantId: crypto.randomUUID() }).catch((error) => error.message);
    console.log(JSON.stringify([canPayOnline(), isPracticeOpen(new Headers({ host: "localhost:3999" })),
      (await findCheckout("any")) ?? null, await payByPractice({ checkoutId: "any", how: "card" }), thrown]));
    process.exit(0);`;
  const run = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", asked], {
    env: hosted,
    encoding: "utf8",
  });
  expect(JSON.parse(run.stdout)).toEqual([
    ...[false, false, null, "/practice/any"],
    "The practice processor works on a loopback origin alone.",
  ]);
});
