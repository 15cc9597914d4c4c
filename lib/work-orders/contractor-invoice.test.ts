import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { files } from "@/db/schema/storage";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { dispatchedJob, priyaOf } from "@/e2e/support/scopes";
import { type Fernleigh, insert, makeFernleigh } from "@/e2e/support/world";
import type { ContractorScope } from "@/lib/auth/scope";
import { approveInvoice, type ContractorInvoice, sendInvoice } from "./contractor-invoice";
import { cancelWorkOrder, dispatchWorkOrder } from "./dispatch";
import { moveWorkOrder } from "./move";
import { saveOrder } from "./save";
import { orderForm } from "./sent";

let database: TestDatabase;
let fernleigh: Fernleigh;

beforeAll(async () => {
  database = await freshDatabase(20);
});
beforeEach(async () => {
  fernleigh = await makeFernleigh(database.owner);
});
afterAll(() => database.drop());

/** A job with Mick on site, and its cost ceiling at $450. */
async function onSite() {
  const { order, mick } = await dispatchedJob(fernleigh, database.owner);
  await moveWorkOrder(mick, { action: "ACCEPT" });
  await moveWorkOrder(mick, { action: "ON_SITE" });
  return { order, mick };
}

/** A file that came in by this link and belongs to nothing yet. */
async function staged(mick: ContractorScope): Promise<string> {
  const id = randomUUID();
  await inTenant(mick, (tx) =>
    tx.insert(files).values({
      ...{ id, key: id, name: "HP-0932.pdf", contentType: "application/pdf", size: 300 },
      ...{ sha256: randomBytes(32), stagedBy: mick.actor.linkId },
    }),
  );
  return id;
}

async function send(mick: ContractorScope, amountCents: number, fileId?: string, note = "") {
  return sendInvoice(mick, { fileId: fileId ?? (await staged(mick)), amountCents, number: null, note });
}

async function sentOver(mick: ContractorScope) {
  const invoice = await send(mick, 45_001);
  if (!invoice.ok) throw new Error(invoice.reason);
  return invoice.value;
}

async function row(orderId: string) {
  const [order] = await database.owner`select * from work_orders where id = ${orderId}`;
  if (!order) throw new Error("The order is gone.");
  return order;
}

const happenings = (orderId: string, kind: string) =>
  database.owner`select detail from events where work_order_id = ${orderId} and kind = ${kind}`;

describe("a contractor's invoice", () => {
  test("[A3] up to the cost ceiling is received, and a cent over it waits for approval", async () => {
    const { order, mick } = await onSite();
    expect(await send(mick, 45_000)).toMatchObject({ value: { state: "received" } });
    expect((await row(order.id)).attention).toBeNull();
    expect(await send(mick, 45_001)).toMatchObject({ value: { state: "needs-approval" } });
    expect((await row(order.id)).attention).toBe(3);
  });

  test("[A3] counts towards the ceiling with what was sent for the order before: nobody gets past it in parts", async () => {
    const { order, mick } = await onSite();
    const state = async (cents: number) => {
      const sent = await send(mick, cents);
      return sent.ok && sent.value.state;
    };
    expect([await state(30_000), await state(15_000)]).toEqual(["received", "received"]);
    expect((await row(order.id)).attention).toBeNull();
    expect(await state(1)).toBe("needs-approval");
    expect((await row(order.id)).attention).toBe(3);
    expect(await happenings(order.id, "invoice.received")).toMatchObject([
      { detail: { over: 0 } },
      { detail: { over: 0 } },
      { detail: { over: 1 } },
    ]);
  });

  test("[A3] of two that come at once, one is over where both together are", async () => {
    for (let trial = 0; trial < 8; trial += 1) {
      const { mick } = await onSite();
      const both = await Promise.all([send(mick, 30_000), send(mick, 30_000)]);
      expect(both.map((each) => each.ok && each.value.state).sort()).toEqual(["needs-approval", "received"]);
    }
  });

  test("[A3] that was queried comes again with the same file and an answer in its note, once", async () => {
    const { order, mick } = await onSite();
    const fileId = await staged(mick);
    const first = await send(mick, 41_800, fileId);
    if (!first.ok) throw new Error(first.reason);
    await database.owner`update contractor_invoices set state = 'queried' where id = ${first.value.id}`;
    const again = async (note: string) => {
      const id = await staged(mick);
      await database.owner`update files set sha256 = (select sha256 from files where id = ${fileId}) where id = ${id}`;
      return send(mick, 41_800, id, note);
    };
    expect(await again("")).toMatchObject({ value: { state: "queried" } });
    const note = "The second hour was for the valve.";
    for (let tap = 0; tap < 2; tap += 1)
      expect(await again(note)).toMatchObject({ value: { id: first.value.id, state: "received", note } });
    expect(await happenings(order.id, "invoice.received")).toHaveLength(2);
  });

  test("[A3] on an order without a ceiling needs no approval, whatever its amount", async () => {
    const { mick } = await dispatchedJob(fernleigh, database.owner, { ceilingCents: null });
    await moveWorkOrder(mick, { action: "ACCEPT" });
    await moveWorkOrder(mick, { action: "ON_SITE" });
    expect(await send(mick, 1_000_000_000)).toMatchObject({ value: { state: "received" } });
  });

  test("[A3] sent fifty times at once with the same file is one invoice", async () => {
    const { order, mick } = await onSite();
    const fileId = await staged(mick);
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(mick, 41_800, fileId)));
    expect(new Set(answers.map((each) => each.ok && each.value.id)).size).toBe(1);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await happenings(order.id, "invoice.received")).toHaveLength(1);
  });

  test("[A3] is taken on site and when the job is done, and neither before nor after it is cancelled", async () => {
    const { mick: early } = await dispatchedJob(fernleigh, database.owner);
    expect(await send(early, 41_800)).toMatchObject({
      reason: "not-allowed-now",
      detail: { status: "ASSIGNED" },
    });
    const { order, mick } = await onSite();
    await moveWorkOrder(mick, { action: "COMPLETE" });
    expect((await send(mick, 41_800)).ok).toBe(true);
    const other = await onSite();
    const { version } = await row(other.order.id);
    await cancelWorkOrder(priyaOf(fernleigh), { orderId: other.order.id, version }, "");
    expect(await send(other.mick, 41_800)).toMatchObject({ reason: "link-dead" });
    expect(await happenings(order.id, "invoice.received")).toHaveLength(1);
  });

  test("[A5] whose upload ends after the job was dispatched to another contractor is not put on their job", async () => {
    const { order, mick } = await onSite();
    await moveWorkOrder(mick, { action: "COMPLETE" });
    const fileId = await staged(mick);
    const sal = await insert(database.owner, "contacts", {
      ...{ tenant_id: fernleigh.tenantId, kind: "contractor", name: "Sal Beam", phone: "+61491571266" },
    });
    const { version } = await row(order.id);
    const again = { orderId: order.id, version, contractorId: sal, ceilingCents: null };
    expect((await dispatchWorkOrder(priyaOf(fernleigh), { ...again, channel: "sms" })).ok).toBe(true);
    await database.owner`update work_orders set status = 'ON_SITE' where id = ${order.id}`;
    expect(await send(mick, 41_800, fileId)).toMatchObject({ ok: false, reason: "link-dead" });
  });

  test("[A3] takes no file that came in by another link", async () => {
    const [ours, theirs] = [await onSite(), await onSite()];
    const fileId = await staged(theirs.mick);
    expect(await send(ours.mick, 41_800, fileId)).toMatchObject({ reason: "not-found" });
    expect((await send(theirs.mick, 41_800, fileId)).ok).toBe(true);
    expect(await send(ours.mick, 41_800, fileId)).toMatchObject({ reason: "not-found" });
  });
});

/** The office's form of an order, with another ceiling. */
async function edit(orderId: string, ceiling: string) {
  const { version } = await row(orderId);
  const form = { orderId, version, title: "Hot-water unit leaking", propertyId: fernleigh.marlowe, ceiling };
  expect(await saveOrder(priyaOf(fernleigh), orderForm.parse(form))).toMatchObject({ ok: true });
}

async function stateOf(invoiceId: string) {
  const [found] = await database.owner`select state from contractor_invoices where id = ${invoiceId}`;
  return found?.state;
}

const approve = ({ id: billId, fileId }: ContractorInvoice) =>
  approveInvoice(priyaOf(fernleigh), { billId, fileId });

describe("an approval", () => {
  test("[A3] given twenty times at once is given once, and every answer says approved", async () => {
    const { order, mick } = await onSite();
    const sent = await sentOver(mick);
    const answers = await Promise.all(Array.from({ length: 20 }, () => approve(sent)));
    const states = answers.map(
      (each) => each.ok && `${each.value.state} ${each.value.approvedAt?.getTime()}`,
    );
    expect(new Set(states).size).toBe(1);
    expect(states[0]).toMatch(/^approved \d+$/);
    expect(await happenings(order.id, "invoice.approved")).toHaveLength(1);
    expect((await row(order.id)).attention).toBeNull();
  });

  test("[A3] of one invoice leaves the order waiting while another is over the ceiling", async () => {
    const { order, mick } = await onSite();
    const [first, second] = [await sentOver(mick), await sentOver(mick)];
    await approve(first);
    expect((await row(order.id)).attention).toBe(3);
    await approve(second);
    expect((await row(order.id)).attention).toBeNull();
  });

  test("[A3] that meets another invoice over the ceiling never lets the order forget the one that waits", async () => {
    for (let trial = 0; trial < 8; trial += 1) {
      const { order, mick } = await onSite();
      const first = await sentOver(mick);
      await Promise.all([approve(first), sentOver(mick)]);
      expect((await row(order.id)).attention).toBe(3);
    }
  });

  test("[A3] is what raising the ceiling over the invoice is, and what raising it less, or changing something else, is not", async () => {
    const { order, mick } = await onSite();
    const [lower, higher] = [await sentOver(mick), await send(mick, 60_000)];
    if (!higher.ok) throw new Error(higher.reason);
    const stateNow = async () => [await stateOf(lower.id), await stateOf(higher.value.id)];
    await edit(order.id, "450.00");
    expect(await stateNow()).toEqual(["needs-approval", "needs-approval"]);
    await edit(order.id, "600.00");
    expect(await stateNow(), "the second is over with the first").toEqual(["approved", "needs-approval"]);
    expect((await row(order.id)).attention).toBe(3);
    await edit(order.id, "");
    expect(await stateNow()).toEqual(["approved", "approved"]);
    expect((await row(order.id)).attention).toBeNull();
    expect(await happenings(order.id, "invoice.approved")).toHaveLength(2);
  });

  test("of another business's invoice is not found", async () => {
    const { mick } = await onSite();
    const { id: billId, fileId } = await sentOver(mick);
    const others = priyaOf(await makeFernleigh(database.owner));
    expect(await approveInvoice(others, { billId, fileId })).toMatchObject({
      ok: false,
      reason: "not-found",
    });
  });
});
