import { describe, expect, test } from "vitest";
import {
  asShown,
  attentionOf,
  happenings,
  query,
  rowOf,
  shownNow,
  started,
  stateOf,
} from "@/e2e/support/at-bills";
import { database, eachAtFernleigh, priya } from "@/e2e/support/at-fernleigh";
import { given, sendBill } from "@/e2e/support/bills";
import { asRead, byNewestLink, priyaOf } from "@/e2e/support/scopes";
import { makeFernleigh } from "@/e2e/support/world";
import { dayIn } from "@/lib/dates";
import { approveInvoice } from "@/lib/work-orders/contractor-invoice";
import { readJobSheet, readJobView } from "@/lib/work-orders/job-sheet";
import { readOrder } from "@/lib/work-orders/order-view";
import { type ShownBill, tickOf } from "./acts";
import { readBill } from "./bill";
import { payBills, takeBackPayment } from "./pay";
import { queryBill, settleBill } from "./query";
import { severalForm } from "./sent";
import { actOnSeveral } from "./several";

const now = new Date();
const today = dayIn(now, "Australia/Sydney");

eachAtFernleigh(20);

const pay = async (billIds: string[], paidOn = today) =>
  payBills(priya, { bills: await asShown(...billIds), paidOn, reference: "Run 17" }, now);

const approve = async (billId: string) => approveInvoice(priya, await shownNow(billId));

describe("a payment of contractors’ invoices", () => {
  async function approved(amountCents = 41_800) {
    const { order, mick } = await started();
    const bill = await sendBill(mick, amountCents);
    return { order, mick, bill: given(await approve(bill.id)) };
  }

  test("[A3] is of what is approved alone: one within the ceiling and one over it need approval first", async () => {
    const { mick } = await started();
    const [within, over] = [await sendBill(mick, 41_800), await sendBill(mick, 45_001)];
    const ids = [within.id, over.id];
    expect(given(await pay(ids)).moved).toEqual([]);
    for (const id of ids) expect(given(await approve(id)).state).toBe("approved");
    expect(given(await pay(ids)).moved).toHaveLength(2);
    expect(await rowOf("contractor_invoices", over.id)).toMatchObject({ state: "paid", reference: "Run 17" });
  });

  test("[A3] that fifty write down at once, in any order, is written once for each", async () => {
    const bills = await Promise.all([approved(), approved(), approved()]);
    const ids = bills.map(({ bill }) => bill.id);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, place) => pay(place % 2 ? ids : [...ids].reverse())),
    );
    expect(answers.flatMap((each) => given(each).moved.map(({ id }) => id)).sort()).toEqual([...ids].sort());
    for (const { order } of bills) expect(await happenings(order.id, "bill.paid")).toHaveLength(1);
  });

  test("[A3] meets a question about the same invoice, and one of the two stands", async () => {
    for (let trial = 0; trial < 8; trial += 1) {
      const { order, bill } = await approved();
      const [paid, queried] = await Promise.all([pay([bill.id]), query(bill.id, order.id)]);
      expect([given(paid).moved.length, queried.ok ? 1 : 0].sort()).toEqual([0, 1]);
      expect(await stateOf(bill.id)).toBe(queried.ok ? "queried" : "paid");
    }
  });

  test("can’t be of a day that has not come", async () => {
    const { bill } = await approved();
    const tomorrow = dayIn(new Date(now.getTime() + 26 * 3_600_000), "Australia/Sydney");
    expect(await pay([bill.id], tomorrow)).toMatchObject({ reason: "invalid", detail: { field: "paidOn" } });
    expect(await stateOf(bill.id)).toBe("approved");
  });

  test("is taken back on the day on which it was written down, once, and not on the next", async () => {
    const { order, bill } = await approved();
    await pay([bill.id], "2026-01-05");
    const answers = await Promise.all(Array.from({ length: 10 }, () => takeBackPayment(priya, bill.id, now)));
    expect(answers.every((each) => given(each).state === "approved")).toBe(true);
    expect(await happenings(order.id, "bill.unpaid")).toHaveLength(1);
    expect(await rowOf("contractor_invoices", bill.id)).toMatchObject({ paid_on: null, reference: "" });
    await pay([bill.id]);
    const nextDay = new Date(now.getTime() + 26 * 3_600_000);
    expect(await takeBackPayment(priya, bill.id, nextDay)).toMatchObject({
      reason: "not-allowed-now",
      detail: { sentence: expect.stringContaining("before today") },
    });
    expect(given(await readBill(priya, bill.id, nextDay)).paid?.mayTakeBack).toBe(false);
  });

  test("[A3] is told to the contractor, on the job’s page and through the API", async () => {
    const { order, mick, bill } = await approved();
    const standing = async () => given(await readJobView(mick)).invoices[0]?.standing;
    expect(await standing()).toBe("Approved");
    await pay([bill.id], "2026-04-24");
    expect(await standing()).toBe("Paid on Fri 24 Apr");
    const { invoices } = given(await readJobSheet(mick));
    expect(invoices).toMatchObject([{ state: "paid", paidOn: "2026-04-24" }]);
    const { timeline } = given(await readOrder(priya, order.number));
    expect(timeline.at(-1)).toMatchObject({
      state: "PAID",
      sentence: "Priya Nair marked $418.00 as paid on Fri 24 Apr",
    });
  });

  test("[D3] of another business’s invoice is not found", async () => {
    const { bill, order } = await approved();
    const others = priyaOf(await makeFernleigh(database.owner));
    const payment = { bills: await asShown(bill.id), paidOn: today, reference: "" };
    expect(given(await payBills(others, payment, now)).moved).toEqual([]);
    for (const answer of [
      await readBill(others, bill.id, now),
      await settleBill(others, bill.id),
      await takeBackPayment(others, bill.id, now),
      await queryBill(others, { billId: bill.id, version: asRead(order).version, text: "Why?" }),
    ])
      expect(answer).toMatchObject({ ok: false, reason: "not-found" });
    expect(await stateOf(bill.id)).toBe("approved");
  });
});

describe("several at once", () => {
  const ticked = (bills: ShownBill[]) =>
    Object.fromEntries(bills.map(({ billId, fileId }) => [tickOf(billId), fileId]));
  const actOn = (act: "approve" | "pay", bills: ShownBill[]) =>
    actOnSeveral(priya, severalForm.parse({ act, paidOn: today, reference: "", ...ticked(bills) }), now);
  const act = async (act: "approve" | "pay", ids: string[]) => actOn(act, await asShown(...ids));

  test("are approved, and then paid, and what is left is told", async () => {
    const { order, mick } = await started();
    const { mick: other } = await started();
    const ids = [
      await sendBill(mick, 45_001),
      await sendBill(mick, 20_000),
      await sendBill(other, 9_950),
    ].map(({ id }) => id);
    expect(given(await act("approve", ids.slice(0, 2)))).toBe("2 invoices approved, $650.01.");
    expect(await attentionOf(order.id)).toBeNull();
    expect(given(await act("pay", ids))).toBe(
      "2 invoices marked as paid, $650.01. 1 was left: only what is approved can be paid, and only once.",
    );
    expect(await act("pay", ids.slice(0, 2))).toMatchObject({ reason: "not-allowed-now" });
    expect(await act("pay", [])).toMatchObject({ reason: "invalid" });
  });

  test("of two orders, approved by two members in both directions, don’t block each other", async () => {
    for (let trial = 0; trial < 5; trial += 1) {
      const [one, other] = [await started(), await started()];
      const ids = [await sendBill(one.mick, 45_001), await sendBill(other.mick, 45_001)].map(({ id }) => id);
      const answers = await Promise.all([act("approve", ids), act("approve", [...ids].reverse())]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    }
  });

  test("[A3] take none that was corrected since it was ticked, and say so", async () => {
    const { order, mick } = await started();
    const [one, other] = [await sendBill(mick, 20_000, "HP-1"), await sendBill(mick, 20_000, "HP-2")];
    const ticked = await asShown(one.id, other.id);
    given(await query(one.id, order.id));
    const again = await sendBill(await byNewestLink(database.owner, order.id), 24_000, "HP-1");
    expect(again.id).toBe(one.id);
    expect(given(await actOn("approve", ticked))).toBe(
      "1 invoice approved, $200.00. 1 was left: corrected while you were looking.",
    );
    expect(await actOn("approve", ticked.slice(0, 1))).toMatchObject({ reason: "stale" });
    expect(await stateOf(one.id)).toBe("received");
    given(await approve(one.id));
    expect(given(await actOn("pay", ticked))).toMatch(/^1 invoice marked as paid, \$200\.00\. 1 was left/);
    expect(await actOn("pay", ticked.slice(0, 1))).toMatchObject({ reason: "stale" });
    expect(await stateOf(one.id)).toBe("approved");
  });

  test("need a day that is one, to be paid", () => {
    const sent = (fields: object) => severalForm.safeParse(fields).success;
    expect(sent({ act: "pay", paidOn: "2026-02-30" })).toBe(false);
    expect(sent({ act: "pay" })).toBe(false);
    expect(sent({ act: "approve" })).toBe(true);
    expect(sent({ act: "pay", paidOn: "2026-02-28" })).toBe(true);
  });
});
