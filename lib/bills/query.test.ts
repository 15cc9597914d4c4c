import { describe, expect, test } from "vitest";
import { attentionOf, happenings, query, rowOf, started, stateOf } from "@/e2e/support/at-bills";
import { database, eachAtFernleigh, fernleigh, priya } from "@/e2e/support/at-fernleigh";
import { given, sendBill } from "@/e2e/support/bills";
import { byNewestLink } from "@/e2e/support/scopes";
import { insert } from "@/e2e/support/world";
import { approveInvoice } from "@/lib/work-orders/contractor-invoice";
import { dispatchWorkOrder } from "@/lib/work-orders/dispatch";
import { readRow } from "@/lib/work-orders/inbox";
import { readJobView } from "@/lib/work-orders/job-sheet";
import { moveWorkOrder } from "@/lib/work-orders/move";
import { readOrder } from "@/lib/work-orders/order-view";
import { readBill } from "./bill";
import { queryBill, settleBill } from "./query";

const now = new Date();

eachAtFernleigh(20);

const letters = (orderId: string) =>
  database.owner`select channel, detail from messages where work_order_id = ${orderId} and kind = 'answer'`;

describe("a contractor’s invoice that the office asks about", () => {
  test("[A3] goes back as a question in the job’s thread, by the channel of the dispatch, and waits for nobody’s approval", async () => {
    const { order, mick } = await started();
    const bill = await sendBill(mick, 45_001, "HP-0932");
    expect(await attentionOf(order.id)).toBe(3);
    expect(await query(bill.id, order.id)).toMatchObject({ value: { state: "queried" } });
    expect(await attentionOf(order.id)).toBeNull();
    const about = "About your invoice HP-0932, $450.01: What was the second hour for?";
    const view = given(await readJobView(await byNewestLink(database.owner, order.id)));
    expect(view.thread.map(({ from, text }) => [from, text])).toEqual([["office", about]]);
    expect(view.invoices[0]?.standing).toMatch(/^Priya asked about it/);
    expect(await letters(order.id)).toMatchObject([{ channel: "sms", detail: { answer: about } }]);
    const { timeline } = given(await readOrder(priya, order.number));
    expect(timeline.map(({ state }) => state)).toContain("QUERIED");
  });

  test("[A3] twenty times at once, by the same form, is asked once", async () => {
    const { order, mick } = await started();
    const bill = await sendBill(mick, 41_800);
    const { version } = await rowOf("work_orders", order.id);
    const text = "What was the second hour for?";
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => queryBill(priya, { billId: bill.id, version, text })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((each) => !each.ok && each.reason === "stale")).toHaveLength(19);
    expect(await letters(order.id)).toHaveLength(1);
    expect(await happenings(order.id, "bill.queried")).toHaveLength(1);
  });

  test("[A3] is taken on by a new upload, which takes its place, and the file that was sent first stays in the story", async () => {
    const { order, mick } = await started();
    const first = await sendBill(mick, 61_200, "HD-1186");
    await query(first.id, order.id);
    const again = await sendBill(await byNewestLink(database.owner, order.id), 44_000, "HD-1186B");
    expect(again).toMatchObject({ id: first.id, state: "received", amountCents: 44_000, number: "HD-1186B" });
    expect(await attentionOf(order.id)).toBeNull();
    const { timeline } = given(await readOrder(priya, order.number));
    const uploads = timeline.filter(({ state }) => state === "INVOICE");
    expect(uploads.map(({ file }) => file?.name)).toEqual(["HD-1186.pdf", "HD-1186B.pdf"]);
    expect(uploads.map(({ file }) => file?.id)).toEqual([first.fileId, again.fileId]);
  });

  test("[A3] is not approved by a page that showed the one before, and by one that shows it", async () => {
    const { order, mick } = await started();
    const { id: billId, fileId } = await sendBill(mick, 41_800, "HD-1186");
    await query(billId, order.id);
    const again = await sendBill(await byNewestLink(database.owner, order.id), 61_200, "HD-1186B");
    expect(await approveInvoice(priya, { billId, fileId })).toMatchObject({
      reason: "stale",
      detail: { sentence: expect.stringContaining("A corrected invoice came") },
    });
    expect([await stateOf(billId), await attentionOf(order.id)]).toEqual(["needs-approval", 3]);
    expect(await happenings(order.id, "invoice.approved")).toHaveLength(0);
    const shown = { billId, fileId: again.fileId };
    expect(given(await approveInvoice(priya, shown))).toMatchObject({
      state: "approved",
      amountCents: 61_200,
    });
  });

  test("[A3] leaves another one of the same job alone when a corrected one comes", async () => {
    const { order, mick } = await started();
    const [one, other] = [await sendBill(mick, 10_000, "HP-1"), await sendBill(mick, 20_000, "HP-2")];
    await query(one.id, order.id);
    await query(other.id, order.id);
    expect(await sendBill(await byNewestLink(database.owner, order.id), 11_000, "HP-1")).toMatchObject({
      id: one.id,
    });
    expect(await stateOf(other.id)).toBe("queried");
  });

  test("[A3] once settled needs approval again where it is over the ceiling as it is now, and else is received", async () => {
    const { order, mick } = await started();
    const [within, over] = [await sendBill(mick, 20_000), await sendBill(mick, 30_000)];
    for (const { id } of [within, over]) await query(id, order.id);
    expect(given(await settleBill(priya, over.id)).state).toBe("needs-approval");
    expect(await attentionOf(order.id)).toBe(3);
    expect(given(await settleBill(priya, within.id)).state).toBe("received");
    await query(over.id, order.id);
    await database.owner`update work_orders set ceiling_cents = 60000 where id = ${order.id}`;
    expect(given(await settleBill(priya, over.id)).state).toBe("received");
    expect(await attentionOf(order.id)).toBeNull();
    expect(given(await settleBill(priya, over.id)).state).toBe("received");
    expect(await happenings(order.id, "bill.settled")).toHaveLength(3);
  });

  test("[A5] whose job went to somebody else since is not sent to them, and the page says whom to call", async () => {
    const { order, mick } = await started();
    await moveWorkOrder(mick, { action: "COMPLETE" });
    const bill = await sendBill(mick, 41_800);
    const sal = await insert(database.owner, "contacts", {
      ...{ tenant_id: fernleigh.tenantId, kind: "contractor", name: "Sal Beam", phone: "+61491571266" },
    });
    const { version } = await rowOf("work_orders", order.id);
    const again = { orderId: order.id, version, contractorId: sal, channel: "sms" as const };
    expect((await dispatchWorkOrder(priya, again)).ok).toBe(true);
    expect(await query(bill.id, order.id)).toMatchObject({ reason: "not-allowed-now" });
    expect(await stateOf(bill.id)).toBe("received");
    expect(await letters(order.id)).toHaveLength(0);
    const { reach } = given(await readBill(priya, bill.id, now));
    expect(reach).toMatchObject({
      whyNot: expect.stringMatching(/no longer with them.*Call Mick Farrugia on/),
    });
  });
});

test("[A3] an invoice that is over the ceiling with another one is told with it, on its order and in the inbox", async () => {
  const { order, mick } = await started();
  await sendBill(mick, 30_000, "HP-0931");
  await sendBill(mick, 29_000, "HP-0932");
  expect(given(await readOrder(priya, order.number)).invoice).toMatchObject({
    amount: { words: "$290.00" },
    counted: "$590.00, with HP-0931",
    against: "$140.00 over ceiling, with HP-0931",
  });
  expect((await readRow(priya, order.id))?.line).toBe("$590.00 against $450.00");
});
