import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { asRead, byNewestLink, dispatchedJob, priyaOf } from "@/e2e/support/scopes";
import { type Fernleigh, makeFernleigh } from "@/e2e/support/world";
import type { StaffScope } from "@/lib/auth/scope";
import { cancelWorkOrder, copyJobLink, dispatchWorkOrder, sendLinkAgain } from "./dispatch";
import { readJobSheet, readJobView } from "./job-sheet";
import { moveWorkOrder } from "./move";
import { answerOrder, dispatchOrder } from "./order-api";
import { newDispatch } from "./sent";
import { answerContractor } from "./thread";

let database: TestDatabase;
let fernleigh: Fernleigh;
let priya: StaffScope;

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  fernleigh = await makeFernleigh(database.owner);
  priya = priyaOf(fernleigh);
});
afterAll(() => database.drop());

const job = () => dispatchedJob(fernleigh, database.owner);

async function now(orderId: string) {
  const [order] = await database.owner<
    { id: string; number: number; version: number; status: string; ceilingCents: string | null }[]
  >`
    select id, number, version, status, ceiling_cents as "ceilingCents" from work_orders where id = ${orderId}`;
  if (!order) throw new Error("The order is gone.");
  return order;
}

const messages = async (orderId: string, kind: string) =>
  database.owner`select channel, address from messages where work_order_id = ${orderId} and kind = ${kind}`;

const liveLinks = async (orderId: string) =>
  database.owner`select id from links where work_order_id = ${orderId} and retired_at is null`;

describe("a reply of the office", () => {
  test("[A6] to a cancelled order is refused, from a page still open as from the API, and opens it to nobody", async () => {
    const { order } = await job();
    expect((await cancelWorkOrder(priya, asRead(order), "The owner sold it.")).ok).toBe(true);
    expect(await answerContractor(priya, asRead(order), "Go ahead.")).toMatchObject({
      reason: "stale",
      detail: { status: "CANCELLED" },
    });
    const { number, version } = await now(order.id);
    const byApi = await answerOrder(priya, { version, text: "Go ahead." }, { number: String(number) });
    expect(byApi).toMatchObject({ reason: "not-allowed-now", detail: { status: "CANCELLED" } });
    expect(await liveLinks(order.id)).toEqual([]);
  });

  test("[A6] to an order that its contractor declined is refused", async () => {
    const { order, mick } = await job();
    await moveWorkOrder(mick, { action: "DECLINE", reason: "Booked out." });
    const answered = await answerContractor(priya, asRead(await now(order.id)), "Are you sure?");
    expect(answered).toMatchObject({ reason: "not-allowed-now", detail: { status: "DECLINED" } });
    expect(await messages(order.id, "answer")).toEqual([]);
  });

  test("[A4] sent three times at once reaches the contractor once, and the others hear that it changed", async () => {
    const { order } = await job();
    const all = await Promise.all([1, 2, 3].map(() => answerContractor(priya, asRead(order), "Go ahead.")));
    expect(all.map((each) => (each.ok ? "done" : each.reason)).sort()).toEqual(["done", "stale", "stale"]);
    expect(await messages(order.id, "answer")).toHaveLength(1);
  });

  test("[A1] reaches a contractor who has an email address alone, even when the last link was copied", async () => {
    await database.owner`update contacts set phone = null, prefers = 'sms' where id = ${fernleigh.mick}`;
    const { order } = await dispatchedJob(fernleigh, database.owner, { channel: "email" });
    expect((await copyJobLink(priya, order.id)).ok).toBe(true);
    expect(await answerContractor(priya, asRead(await now(order.id)), "Go ahead.")).toMatchObject({
      ok: true,
    });
    const [{ address } = { address: "" }] = await database.owner`
      select email as address from contacts where id = ${fernleigh.mick}`;
    expect(await messages(order.id, "answer")).toEqual([{ channel: "email", address }]);
  });

  test("[A1] goes by the channel of the last message, not of a link that was copied since", async () => {
    const { order } = await dispatchedJob(fernleigh, database.owner, { channel: "email" });
    await copyJobLink(priya, order.id);
    await answerContractor(priya, asRead(await now(order.id)), "Go ahead.");
    expect(await messages(order.id, "answer")).toMatchObject([{ channel: "email" }]);
  });
});

describe("a job that is closed", () => {
  test("[A2] tells whoever declined it no more of who lives there and how to get in", async () => {
    const { mick } = await job();
    const open = await readJobSheet(mick);
    expect(open.ok && open.value.occupant?.name).toBe("Dana Whitlock");
    await moveWorkOrder(mick, { action: "DECLINE" });
    const told = [await readJobSheet(mick), await readJobView(mick)];
    for (const sheet of told)
      expect(sheet).toMatchObject({ ok: true, value: { status: "DECLINED", occupant: null } });
    expect(JSON.stringify(told)).not.toMatch(/Dana|Side gate/);
  });

  test("[A6] tells nobody anything once it is cancelled, by whichever link", async () => {
    const { order, mick } = await job();
    await cancelWorkOrder(priya, asRead(order), "");
    expect(await readJobSheet(mick)).toMatchObject({ ok: false, reason: "link-dead" });
  });
});

describe("a link that is sent again", () => {
  test("[A4] three times at once goes out once, and the others hear that it changed", async () => {
    const { order } = await job();
    const all = await Promise.all([1, 2, 3].map(() => sendLinkAgain(priya, asRead(order), "email")));
    expect(all.map((each) => (each.ok ? "done" : each.reason)).sort()).toEqual(["done", "stale", "stale"]);
    expect(await messages(order.id, "dispatch")).toHaveLength(2);
  });
});

describe("a dispatch", () => {
  const again = async (orderId: string, ceiling: { ceilingCents?: number | null }) => {
    const { number, version } = await now(orderId);
    const sent = newDispatch.parse({ version, contractorId: fernleigh.mick, channel: "sms", ...ceiling });
    expect(await dispatchOrder(priya, sent, { number: String(number) })).toMatchObject({ ok: true });
    return (await now(orderId)).ceilingCents;
  };

  test("[A9] that says nothing of the cost ceiling keeps it; only one that says null removes it", async () => {
    const { order } = await job();
    expect(await again(order.id, {})).toBe("45000");
    expect(await again(order.id, { ceilingCents: 50_000 })).toBe("50000");
    expect(await again(order.id, { ceilingCents: null })).toBeNull();
  });

  test("[A6] to whoever declined lets them answer again, by the new link", async () => {
    const { order, mick } = await job();
    await moveWorkOrder(mick, { action: "DECLINE" });
    const to = { contractorId: fernleigh.mick, channel: "sms" as const };
    expect((await dispatchWorkOrder(priya, { ...asRead(await now(order.id)), ...to })).ok).toBe(true);
    const newer = await byNewestLink(database.owner, order.id);
    expect(await moveWorkOrder(newer, { action: "ACCEPT" })).toMatchObject({ ok: true });
  });
});
