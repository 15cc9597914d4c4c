import { expect, test } from "vitest";
import { database, eachAtReadwell } from "@/e2e/support/at-readwell";
import { makePayment } from "@/e2e/support/payments";
import { at, day, run, sent } from "@/e2e/support/reminders";

eachAtReadwell(6);

const amountsSaid = async (documentId: string) => {
  const rows = await database.owner<{ amount: string; isDue: string }[]>`
    select distinct m.detail ->> 'amount' as amount, m.detail ->> 'isDue' as "isDue"
    from messages m join links l on l.id = m.link_id where l.document_id = ${documentId}`;
  return rows.map(({ amount, isDue }) => [amount, isDue]);
};

test("a reminder of an invoice says what is left of it as it goes out, and when that is due", async () => {
  const invoice = await sent("invoice", day(4));
  await makePayment(database.owner, invoice, { amountCents: 10_000 });
  expect(await run(invoice, at(1))).toHaveLength(2);
  expect(await amountsSaid(invoice)).toEqual([["$299.44", expect.stringMatching(/^is due \w+day$/)]]);
});

test("nobody is reminded of money that is on its way, and both are again once it failed", async () => {
  const invoice = await sent("invoice", day(4));
  const paymentId = await makePayment(database.owner, invoice, { state: "pending" });
  expect(await run(invoice, at(1))).toEqual([]);
  await database.owner`update payments set state = 'failed' where id = ${paymentId}`;
  await database.owner`update invoices set pending_cents = 0 where document_id = ${invoice}`;
  expect(await run(invoice, at(1, "10:00"))).toHaveLength(2);
});
