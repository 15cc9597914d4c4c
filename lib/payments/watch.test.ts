import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell } from "@/e2e/support/at-readwell";
import {
  ellenAt,
  paidByCard,
  paymentsOf,
  sentInvoice,
  standingOf,
  stripe,
  tapPay,
  totalCents,
  withStripe,
} from "@/e2e/support/at-till";
import type { Jobs } from "@/lib/jobs/queue";
import { startPayment } from "./pay";
import { lookWhilePaying } from "./watch";

withStripe();
eachAtReadwell(20);

type Waiting = { payload: Jobs["watch-checkout"]; inSeconds: number };

/** The looks that wait, and in how many seconds. */
const looks = async () => [
  ...(await database.owner<Waiting[]>`
    select j.payload, round(extract(epoch from j.run_at - now()))::int as "inSeconds"
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'watch-checkout'`),
];

/** Does the look that waits, as the worker would, and answers with how long it waited; nothing where none does. */
async function doLook(): Promise<number | undefined> {
  const [first] = await looks();
  await database.owner`delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
    where t.id = j.task_id and t.identifier = 'watch-checkout'`;
  if (first) await lookWhilePaying(first.payload);
  return first?.inSeconds;
}

test("whoever comes back before the webhook is waited for no longer than seconds, and nobody looks again", async () => {
  const id = await sentInvoice();
  const checkout = await tapPay(id);
  expect(await doLook()).toBeLessThanOrEqual(5);
  expect((await standingOf(id)).paid).toBe(0);
  stripe.payByCard(checkout);
  expect(await doLook()).toBeLessThanOrEqual(5);
  expect(await standingOf(id)).toMatchObject({ paid: totalCents, closedAs: "paid" });
  expect(await looks()).toEqual([]);
});

test("a checkout that nobody pays is looked at ever less often, and no more after half an hour", async () => {
  const id = await sentInvoice();
  await tapPay(id);
  const waited: number[] = [];
  for (let next = await doLook(); next !== undefined; next = await doLook()) {
    const since = waited.reduce((sum, seconds) => sum + seconds, 0);
    expect(next).toBeLessThanOrEqual(Math.max(5, since / 10 + 1));
    waited.push(next);
  }
  expect(waited.length).toBeLessThan(60);
  expect((await paymentsOf(id))[0]?.state).toBe("started");
  await tapPay(id);
  expect(await looks(), "whoever is led there again is watched again").toMatchObject([
    { payload: { tenantId: readwell.tenantId, sinceSeconds: 5 } },
  ]);
});

test("what is less than a processor takes is refused in words, and nothing is begun", async () => {
  const id = await sentInvoice();
  await database.owner`update invoices set takes_parts = true where document_id = ${id}`;
  await paidByCard(id, totalCents - 60);
  await database.owner`update invoices set total_cents = total_cents - 20, subtotal_cents = subtotal_cents - 20
    where document_id = ${id}`;
  expect(await startPayment(ellenAt(id), { amountCents: 40 })).toMatchObject({
    detail: { sentence: expect.stringContaining("less than can be paid online") },
  });
  expect(await paymentsOf(id)).toHaveLength(1);
});
