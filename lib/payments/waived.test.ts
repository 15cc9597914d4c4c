import { describe, expect, test } from "vitest";
import { database, eachAtReadwell, readwell, sam } from "@/e2e/support/at-readwell";
import {
  doJobs,
  paidByCard,
  paymentsOf,
  post,
  recordByHand,
  refund,
  refundsOf,
  sentInvoice,
  standingOf,
  stripe,
  tapPay,
  totalCents,
  withStripe,
} from "@/e2e/support/at-till";
import { pagesOf } from "@/e2e/support/read-pdf";
import { ellenOf } from "@/e2e/support/scopes";
import { readClientInvoice } from "@/lib/invoices/for-client";
import { drawInvoice } from "@/lib/invoices/paper";
import { readStatement } from "@/lib/invoices/statement";
import { readInvoices } from "@/lib/receivables/list";
import { readMoney } from "@/lib/receivables/money";
import { invoicesAsked } from "@/lib/receivables/sent";
import { takeBack } from "./by-hand";

withStripe();
eachAtReadwell(20);

const onlyPayment = async (id: string) => String((await paymentsOf(id))[0]?.id);
const wrong = "That transfer was for another invoice.";

/** What every page says is left: the client’s, the list, the office’s money and the statement. */
async function leftOf(id: string) {
  const now = new Date();
  const { view } = await readClientInvoice(ellenOf(readwell), id, now);
  const statement = await readStatement(sam, readwell.ellen, { period: {}, now });
  const { rows } = await readInvoices(sam, invoicesAsked.parse({}), now);
  return {
    page: view.asked?.amount ?? null,
    list: rows.find((row) => row.id === id)?.left ?? null,
    owed: (await readMoney(sam, {}, now)).outstanding.amount,
    statement: statement?.accounts[0]?.closing.amount,
  };
}

async function paperOf(id: string): Promise<string> {
  const drawn = await drawInvoice(sam, id);
  return drawn.ok ? pagesOf(drawn.value.content).join(" ").replace(/\s+/g, " ") : "";
}

const everywhere = (amount: string) => ({ page: amount, list: amount, owed: amount, statement: amount });
const nothing = { page: null, list: null, owed: "$0.00", statement: "$0.00" };

/** An invoice paid by hand but for $100.00, which came by card and of which $20.00 went back; with the record’s id. */
async function refundedInPart() {
  const id = await sentInvoice();
  const paymentId = crypto.randomUUID();
  await recordByHand(id, totalCents - 10_000, { paymentId });
  await paidByCard(id, 10_000);
  const byCard = (await paymentsOf(id)).find((payment) => payment.id !== paymentId);
  expect(await refund(String(byCard?.id), 2_000)).toMatchObject({ ok: true });
  return { id, paymentId };
}

describe("what was given back of an invoice that was paid", () => {
  test("is not asked for again once a wrong record is taken back, nor by the payment that settles it then", async () => {
    const { id, paymentId } = await refundedInPart();
    await doJobs();
    expect(await leftOf(id)).toEqual(nothing);
    expect(await takeBack(sam, { paymentId, words: wrong })).toMatchObject({ ok: true });
    expect(await leftOf(id)).toEqual(everywhere("$299.44"));
    expect((await readClientInvoice(ellenOf(readwell), id, new Date())).view).toMatchObject({
      ...{ total: "$399.44", paid: "$100.00", refunded: "$20.00", waived: "$20.00", left: "$299.44" },
    });
    expect(await paperOf(id)).toContain(
      "Paid $100.00 Given back $20.00 Not asked for again $20.00 Left to pay $299.44",
    );
    const [letter] = await database.owner<{ lines: string }[]>`
      select detail ->> 'lines' as lines from messages where tenant_id = ${readwell.tenantId} and kind = 'document'`;
    expect(JSON.parse(letter?.lines ?? "[]").slice(-4)).toEqual([
      ["Total", "$399.44"],
      ["Paid", "$100.00"],
      ["Given back", "$20.00"],
      ["Not asked for again", "$20.00"],
    ]);
    await paidByCard(id, totalCents - 10_000);
    expect(await standingOf(id)).toMatchObject({ paid: totalCents - 2_000, closedAs: "paid" });
    expect(await paperOf(id)).toContain(
      "Paid $399.44 Given back $20.00 Not asked for again $20.00 Left to pay $0.00",
    );
    expect(await leftOf(id)).toEqual(nothing);
  });

  test("is not asked for again either while it has not gone yet, nor where it does not arrive", async () => {
    const { id, paymentId } = await refundedInPart();
    stripe.at.refunds = "pending";
    await doJobs();
    stripe.at.refunds = "succeeded";
    await takeBack(sam, { paymentId, words: wrong });
    const made = [...stripe.refunds.values()].at(-1);
    const left = await leftOf(id);
    expect(left).toEqual(everywhere(String(left.page)));
    expect(await post(stripe.refundBecomes(String(made?.id), "succeeded"))).toBe(204);
    expect(await leftOf(id)).toEqual(everywhere("$299.44"));
    expect(await post(stripe.refundBecomes(String(made?.id), "failed"))).toBe(204);
    expect(await leftOf(id)).toEqual(everywhere("$279.44"));
  });

  test("stays taken off on the day on which it was given back, so that an earlier statement still agrees", async () => {
    const { id, paymentId } = await refundedInPart();
    await doJobs();
    await database.owner`update invoices set issued_on = current_date - 20 where document_id = ${id}`;
    await database.owner`update ledger set at = now() - interval '10 days' where document_id = ${id}`;
    await database.owner`update payments set received_at = now() - interval '10 days' where document_id = ${id}`;
    await database.owner`update payments set paid_on = current_date - 12 where id = ${paymentId}`;
    const day = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
    const before = { from: day(30), until: day(3) };
    const then = () => readStatement(sam, readwell.ellen, { period: before, now: new Date() });
    const told = await then();
    expect(told?.accounts[0]).toMatchObject({ closing: { amount: "$0.00" } });
    await takeBack(sam, { paymentId, words: wrong });
    expect(await then()).toEqual(told);
  });

  test("is what a bank does not take a second time: it asks for the rest, and is paid again once that is given up", async () => {
    const id = await sentInvoice();
    const checkout = await paidByCard(id);
    await refund(await onlyPayment(id), 5_000);
    await doJobs();
    const [taken, won] = [stripe.dispute(checkout), stripe.winDispute(checkout)];
    await post(taken);
    expect(await leftOf(id)).toEqual(everywhere("$349.44"));
    const letters = await database.owner<{ words: string }[]>`
      select detail ->> 'words' as words from messages where tenant_id = ${readwell.tenantId} and kind = 'document'`;
    expect(letters.map(({ words }) => words)).toEqual([
      "The bank took $349.44 of your $399.44 back. The card’s owner says that it was not them.",
    ]);
    await post(won);
    expect(await standingOf(id)).toMatchObject({ paid: totalCents - 5_000, closedAs: "paid" });
    expect(await leftOf(id)).toEqual(nothing);
  });

  test("stays given back where the payer paid anew before their bank gave up: what is beyond it goes back", async () => {
    const id = await sentInvoice();
    const checkout = await paidByCard(id);
    await refund(await onlyPayment(id), 5_000);
    await doJobs();
    const [taken, won] = [stripe.dispute(checkout), stripe.winDispute(checkout)];
    await post(taken);
    await paidByCard(id, totalCents - 5_000);
    expect(await standingOf(id)).toMatchObject({ closedAs: "paid" });
    await post(won);
    await doJobs();
    expect((await refundsOf(id)).map(({ reason, amountCents }) => [reason, amountCents])).toEqual([
      ["office", 5_000],
      ["surplus", totalCents - 5_000],
    ]);
    expect(await standingOf(id)).toMatchObject({ paid: totalCents - 5_000, closedAs: "paid" });
    expect(await leftOf(id)).toEqual(nothing);
  });
});

describe("an invoice whose only money is on its way back", () => {
  /** One that was recorded as paid while its payer paid it, whose money the till sends back. */
  async function paidTwice() {
    const id = await sentInvoice();
    const checkout = await tapPay(id);
    const [pending, came] = [stripe.payByBank(checkout), stripe.bankSays(checkout, true)];
    const paymentId = crypto.randomUUID();
    await recordByHand(id, totalCents, { paymentId });
    for (const each of [pending, came]) expect(await post(each)).toBe(204);
    stripe.at.refunds = "pending";
    await doJobs();
    stripe.at.refunds = "succeeded";
    expect(await refundsOf(id)).toMatchObject([{ state: "asked", amountCents: totalCents }]);
    const made = String([...stripe.refunds.values()].at(-1)?.id);
    return {
      id,
      paymentId,
      checkout,
      refundBecomes: (as: "succeeded" | "failed") => post(stripe.refundBecomes(made, as)),
    };
  }

  test("is open again once its record is taken back, and asks for all of it once the money has gone", async () => {
    const { id, paymentId, refundBecomes } = await paidTwice();
    await takeBack(sam, { paymentId, words: wrong });
    expect(await standingOf(id)).toMatchObject({ closedAs: null });
    expect(await refundBecomes("succeeded")).toBe(204);
    expect(await standingOf(id)).toMatchObject({ paid: 0, closedAs: null });
    expect(await leftOf(id)).toEqual(everywhere("$399.44"));
  });

  test("is paid again where the money can’t go back", async () => {
    const { id, paymentId, refundBecomes } = await paidTwice();
    await takeBack(sam, { paymentId, words: wrong });
    expect(await refundBecomes("failed")).toBe(204);
    expect(await standingOf(id)).toMatchObject({
      ...{ paid: totalCents, closedAs: "paid", waitsFor: "refund-failed" },
    });
  });

  test("stays paid where its bank takes back what goes back already: the record of the office is here", async () => {
    const { id, checkout } = await paidTwice();
    expect(await post(stripe.dispute(checkout))).toBe(204);
    expect(await standingOf(id)).toMatchObject({ paid: totalCents, closedAs: "paid" });
  });
});
