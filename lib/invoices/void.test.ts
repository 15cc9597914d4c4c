import { expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import {
  doJobs,
  paidByCard,
  paymentsOf,
  post,
  refund,
  refundsOf,
  sentInvoice,
  standingOf,
  stripe,
  tapPay,
  totalCents,
  withStripe,
} from "@/e2e/support/at-till";
import { readOfficeInvoice } from "./for-office";
import { readStatement } from "./statement";
import { voidInvoice } from "./void";

withStripe();
eachAtReadwell(20);

const makeVoid = (id: string) => voidInvoice(sam, { id, reason: "It was for another pool." });

const refundFirst = async (id: string, amount: number) =>
  expect(await refund(String((await paymentsOf(id))[0]?.id), amount)).toMatchObject({ ok: true });

const whyNot = async (id: string) => (await readOfficeInvoice(sam, id, new Date()))?.whyNotVoid;

test("a paid invoice is made void once all of its money went back, and says why not before", async () => {
  const id = await sentInvoice();
  await paidByCard(id);
  await refundFirst(id, 10_000);
  await doJobs();
  expect(await makeVoid(id)).toMatchObject({
    detail: { sentence: expect.stringMatching(/Refund that first/) },
  });
  await refundFirst(id, totalCents - 10_000);
  const goesBack = expect.stringMatching(/on its way back/);
  expect(await makeVoid(id)).toMatchObject({ reason: "not-allowed-now", detail: { sentence: goesBack } });
  expect(await whyNot(id)).toEqual(goesBack);
  await doJobs();
  expect(await whyNot(id)).toBeNull();
  const both = await Promise.all([makeVoid(id), makeVoid(id)]);
  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  expect(await standingOf(id)).toMatchObject({
    ledger: 0,
    closedAs: "void",
    answeredAs: null,
    waitsFor: null,
  });
  const letters = await database.owner`
    select detail from messages where tenant_id = ${readwell.tenantId} and kind = 'document-over'`;
  expect(letters.map(({ detail }) => detail.words)).toEqual(["It was for another pool."]);
});

test("money that comes after it was made void goes back, as of any that is void", async () => {
  const id = await sentInvoice();
  const open = stripe.payByCard(await tapPay(id));
  expect(await makeVoid(id)).toMatchObject({ ok: true });
  await post(open);
  await doJobs();
  expect(await refundsOf(id)).toMatchObject([{ state: "sent", reason: "void", amountCents: totalCents }]);
  expect(await standingOf(id)).toMatchObject({ ledger: 0, closedAs: "void" });
});

test("a statement says of what was paid and given back the same before and after it is made void", async () => {
  const id = await sentInvoice();
  await paidByCard(id);
  await refundFirst(id, totalCents);
  await doJobs();
  const rows = async () => {
    const read = await readStatement(sam, readwell.ellen, { period: {}, now: new Date() });
    return read?.accounts[0];
  };
  const before = await rows();
  expect(before?.closing).toMatchObject({ amount: "$0.00", isOwed: false });
  expect(await makeVoid(id)).toMatchObject({ ok: true });
  expect(await rows()).toEqual(before);
});
