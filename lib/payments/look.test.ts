import { expect, test } from "vitest";
import { gate } from "@/db/client";
import { database, eachAtReadwell, readwell } from "@/e2e/support/at-readwell";
import {
  doJobs,
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
import { enqueue } from "@/lib/jobs/queue";
import { closeCheckout, lookAtAll, lookAtPayment } from "./look";

withStripe();
eachAtReadwell(20);

const age = (paymentId: string, minutes: number) => database.owner`
  update payments set created_at = created_at - ${minutes} * interval '1 minute' where id = ${paymentId}`;

test("a payment that never came to have a checkout lapses once two minutes are over", async () => {
  const id = await sentInvoice();
  await tapPay(id);
  const [payment] = await paymentsOf(id);
  const paymentId = String(payment?.id);
  const which = { tenantId: readwell.tenantId, paymentId };
  await database.owner`update payments set checkout_id = null, checkout_url = null where id = ${paymentId}`;
  await lookAtPayment(which);
  expect((await paymentsOf(id))[0]?.state).toBe("started");
  await age(paymentId, 3);
  await lookAtPayment(which);
  expect((await paymentsOf(id))[0]?.state).toBe("lapsed");
});

test("[A33] what no webhook told of is found by the look that comes every ten minutes, and counted once", async () => {
  const id = await sentInvoice();
  const checkout = await tapPay(id);
  const lost = stripe.payByCard(checkout);
  const [payment] = await paymentsOf(id);
  await lookAtAll();
  await doJobs();
  expect((await standingOf(id)).paid, "it is not two minutes old").toBe(0);
  await age(String(payment?.id), 3);
  await lookAtAll();
  await doJobs();
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, closedAs: "paid" });
  expect(await post(lost)).toBe(204);
  expect(await happenings(id, "payment.received")).toBe(1);
  expect(await paymentsOf(id)).toMatchObject([{ state: "received", label: "Visa ending 4242", receipt: 1 }]);
});

test("a letter that is queued after many looks is done before them, and the look for a payer who is there before the others", async () => {
  const id = await sentInvoice();
  await tapPay(id);
  await age(String((await paymentsOf(id))[0]?.id), 3);
  await lookAtAll();
  await enqueue(gate(), "deliver-message", { messageId: crypto.randomUUID() }, "message:late");
  const stored = await database.owner<{ task: string; priority: number }[]>`
    select distinct t.identifier as task, j.priority from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier in ('deliver-message', 'watch-checkout', 'look-at-payment') order by j.priority`;
  expect([...stored]).toEqual([
    { task: "deliver-message", priority: 0 },
    { task: "watch-checkout", priority: 1 },
    { task: "look-at-payment", priority: 2 },
  ]);
});

test("closing a checkout that was paid a moment before finds the money", async () => {
  const id = await sentInvoice();
  const checkout = await tapPay(id);
  stripe.payByCard(checkout);
  const [payment] = await paymentsOf(id);
  await closeCheckout({ tenantId: readwell.tenantId, paymentId: String(payment?.id) });
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, closedAs: "paid" });
});

test("a checkout that was begun with a key of a trial keeps nobody from paying", async () => {
  const id = await sentInvoice();
  stripe.sessions.delete(await tapPay(id));
  const [tried] = await paymentsOf(id);
  await lookAtPayment({ tenantId: readwell.tenantId, paymentId: String(tried?.id) });
  expect((await paymentsOf(id))[0]?.state).toBe("lapsed");
  await paidByCard(id);
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, closedAs: "paid" });
});
