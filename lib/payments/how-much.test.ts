import { expect, test } from "vitest";
import { database, eachAtReadwell } from "@/e2e/support/at-readwell";
import {
  ellenAt,
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
import { startPayment } from "./pay";

withStripe();
eachAtReadwell();

/** Why so much of an invoice is not paid online; empty where whoever pays is led on. */
async function refusalOf(id: string, amountCents: number): Promise<string> {
  const led = await startPayment(ellenAt(id), { amountCents });
  return led.ok ? "" : (led.detail.sentence ?? "");
}

test("of an invoice that takes parts, a part larger than what is left is told the most, and one too small the least", async () => {
  const id = await sentInvoice();
  await database.owner`update invoices set takes_parts = true where document_id = ${id}`;
  await paidByCard(id, 10_000);
  const refused = (amountCents: number) => refusalOf(id, amountCents);
  expect(await refused(29_945)).toMatch(/^At most \$299\.44 can be paid/);
  expect(await refused(49)).toMatch(/^At least \$0\.50 is paid at once/);
  await post(stripe.payByBank(await tapPay(id, 29_944)));
  expect(await refused(100)).toMatch(/^What is to be paid has changed/);
});

test("a part that would leave less than can be paid online is refused, and what to type instead is told", async () => {
  const id = await sentInvoice();
  await database.owner`update invoices set takes_parts = true where document_id = ${id}`;
  expect(await refusalOf(id, totalCents - 20)).toBe(
    "That would leave $0.20, which is too little to pay online. Type $398.94 or less, or all of it, $399.44.",
  );
  await paidByCard(id, totalCents - 60);
  expect(await refusalOf(id, 55)).toBe(
    "That would leave $0.05, which is too little to pay online. Type all of it, $0.60.",
  );
  expect(await refusalOf(id, 60)).toBe("");
});

test("an invoice above what a processor takes at once begins nothing there, and says what is left to do", async () => {
  const id = await sentInvoice();
  await database.owner`update invoices set total_cents = 150000000, subtotal_cents = 150000000 - tax_cents where document_id = ${id}`;
  expect(await refusalOf(id, 150_000_000)).toBe(
    "At most $999,999.99 can be paid online at once. Pay by bank transfer if an account is named here, or ask how to pay.",
  );
  expect(await paymentsOf(id)).toEqual([]);
  await database.owner`update invoices set takes_parts = true where document_id = ${id}`;
  for (const cents of [150_000_000, 100_000_000])
    expect(await refusalOf(id, cents)).toBe(
      "At most $999,999.99 can be paid online at once. Type that much or less.",
    );
  await paidByCard(id, 99_999_999);
  expect(await standingOf(id)).toMatchObject({ paid: 99_999_999, closedAs: null });
});
