import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { byNewestLink, dispatchedJob, priyaOf } from "@/e2e/support/scopes";
import { type Fernleigh, insert, makeFernleigh } from "@/e2e/support/world";
import type { ContractorScope } from "@/lib/auth/scope";
import { peekLinkById } from "@/lib/links/link";
import { cancelWorkOrder, dispatchWorkOrder } from "./dispatch";
import { type Move, moveWorkOrder } from "./move";

let database: TestDatabase;
let fernleigh: Fernleigh;

beforeAll(async () => {
  database = await freshDatabase(20);
});
beforeEach(async () => {
  fernleigh = await makeFernleigh(database.owner);
});
afterAll(() => database.drop());

const hour = 3_600_000;
const fromNow = (ms: number) => new Date(Date.now() + ms);
const job = () => dispatchedJob(fernleigh, database.owner);

const happenings = async (orderId: string, kind: string) =>
  database.owner`select detail from events where work_order_id = ${orderId} and kind = ${kind}`;

async function row(orderId: string) {
  const [order] = await database.owner`select * from work_orders where id = ${orderId}`;
  if (!order) throw new Error("The order is gone.");
  return order;
}

async function moves(mick: ContractorScope, ...each: Move["action"][]) {
  for (const action of each) expect(await moveWorkOrder(mick, { action })).toMatchObject({ ok: true });
}

async function dispatchAgain(orderId: string, contractorId: string) {
  const { version } = await row(orderId);
  const again = { orderId, version, contractorId, channel: "sms" as const, ceilingCents: 45_000 };
  return dispatchWorkOrder(priyaOf(fernleigh), again);
}

async function cancel(orderId: string) {
  const { version } = await row(orderId);
  return cancelWorkOrder(priyaOf(fernleigh), { orderId, version }, "The owner sold it.");
}

describe("a contractor's move", () => {
  test("[A3] sent 200 times at once is one transition, and every answer is the same", async () => {
    const { order, mick } = await job();
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => moveWorkOrder(mick, { action: "ACCEPT" })),
    );
    expect(new Set(answers.map((each) => JSON.stringify(each)))).toEqual(
      new Set(['{"ok":true,"value":{"status":"ACCEPTED"}}']),
    );
    expect(await happenings(order.id, "work-order.accepted")).toHaveLength(1);
    expect((await row(order.id)).version).toBe(order.version + 1);
  });

  test("[A3] made again after it was made changes nothing, at every step of a job", async () => {
    const { order, mick } = await job();
    const scheduledFor = fromNow(hour);
    const steps: Move[] = [
      { action: "ACCEPT" },
      { action: "SCHEDULE", scheduledFor },
      { action: "ON_SITE" },
      { action: "COMPLETE" },
    ];
    for (const step of steps) {
      const first = await moveWorkOrder(mick, step);
      const before = await row(order.id);
      expect(await moveWorkOrder(mick, step)).toEqual(first);
      expect(await row(order.id)).toEqual(before);
    }
    expect(
      await database.owner`select 1 from events where work_order_id = ${order.id}
      and actor = 'contact'`,
    ).toHaveLength(4);
  });

  test("[A3] ACCEPT and DECLINE at the same moment: one wins, and the other learns where the job stands", async () => {
    const { order, mick } = await job();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        moveWorkOrder(mick, { action: at % 2 === 0 ? "ACCEPT" : "DECLINE" }),
      ),
    );
    // An accepted job may still be declined; a declined one is never accepted.
    expect((await row(order.id)).status).toBe("DECLINED");
    expect(await happenings(order.id, "work-order.declined")).toHaveLength(1);
    for (const each of answers) {
      if (!each.ok) expect(each).toMatchObject({ reason: "not-allowed-now", detail: { status: "DECLINED" } });
    }
  });

  test("[A6] nothing but a question is taken once a job is completed, and it opens nothing again", async () => {
    const { order, mick } = await job();
    await moves(mick, "ACCEPT", "ON_SITE", "COMPLETE");
    const refused: Move[] = [
      { action: "ACCEPT" },
      { action: "DECLINE" },
      { action: "SCHEDULE", scheduledFor: fromNow(hour) },
      { action: "ON_SITE" },
    ];
    for (const move of refused) {
      expect(await moveWorkOrder(mick, move)).toMatchObject({
        reason: "not-allowed-now",
        detail: { status: "COMPLETED" },
      });
    }
    const before = await row(order.id);
    await moveWorkOrder(mick, { action: "QUESTION", question: "Is the key still under the mat?" });
    const after = await row(order.id);
    expect([after.status, after.completed_at]).toEqual(["COMPLETED", before.completed_at]);
    expect(after.question_at).not.toBeNull();
  });

  test("[A3] keeps the time of its tap, where that lies between the dispatch and now, and takes now otherwise", async () => {
    const dispatched = async () => {
      const { order, mick } = await job();
      await database.owner`update work_orders set dispatched_at = now() - interval '2 hours' where id = ${order.id}`;
      return mick;
    };
    const acceptedAt = async (at: Date, now: Date) => {
      const mick = await dispatched();
      await moveWorkOrder(mick, { action: "ACCEPT", at }, now);
      return (await row(mick.actor.workOrderId)).accepted_at;
    };
    const now = new Date();
    expect(await acceptedAt(new Date(now.getTime() - hour), now)).toEqual(new Date(now.getTime() - hour));
    expect(await acceptedAt(new Date(now.getTime() - 3 * hour), now)).toEqual(now);
    expect(await acceptedAt(new Date(now.getTime() + hour), now)).toEqual(now);
  });

  test("[A3] takes no time that has passed, none beyond a year, and no schedule without one", async () => {
    const { order, mick } = await job();
    const schedule = (scheduledFor?: Date) => moveWorkOrder(mick, { action: "SCHEDULE", scheduledFor });
    expect(await schedule(fromNow(-2 * 60_000))).toMatchObject({ reason: "date-in-the-past" });
    expect(await schedule(fromNow(367 * 24 * hour))).toMatchObject({ reason: "invalid" });
    expect(await schedule()).toMatchObject({ reason: "invalid" });
    expect((await row(order.id)).status).toBe("ASSIGNED");
    expect((await schedule(fromNow(hour))).ok).toBe(true);
  });
});

describe("the office and the contractor at the same moment", () => {
  test("[A5] a cancelled order has no live link, and no move comes after its cancellation", async () => {
    for (let trial = 0; trial < 15; trial += 1) {
      const { order, mick } = await job();
      const [accepted] = await Promise.all([moveWorkOrder(mick, { action: "ACCEPT" }), cancel(order.id)]);
      if ((await row(order.id)).status !== "CANCELLED") expect((await cancel(order.id)).ok).toBe(true);
      expect(await row(order.id)).toMatchObject({ status: "CANCELLED", attention: null });
      expect((await peekLinkById(mick.actor.linkId))?.state).toBe("retired");
      const trail = (
        await database.owner`select kind from events where work_order_id = ${order.id}
          and kind like 'work-order.%' order by id`
      ).map(({ kind }) => kind);
      expect(trail.at(-1)).toBe("work-order.cancelled");
      expect(trail.includes("work-order.accepted")).toBe(accepted.ok);
    }
  });

  test("[A5] a tap by a link that a new dispatch has ended moves nothing, though the same contractor has the job", async () => {
    const { order, mick } = await job();
    await moves(mick, "ACCEPT", "ON_SITE", "COMPLETE");
    expect((await dispatchAgain(order.id, fernleigh.mick)).ok).toBe(true);
    for (const action of ["ACCEPT", "DECLINE", "QUESTION"] as const) {
      const tapped = await moveWorkOrder(mick, { action, question: "Again?" });
      expect(tapped).toMatchObject({ ok: false, reason: "link-dead" });
    }
    expect((await row(order.id)).status).toBe("ASSIGNED");
    await moves(await byNewestLink(database.owner, order.id), "ACCEPT");
  });

  test("[A5] a contractor whose job went to another one can't move it", async () => {
    const { order, mick } = await job();
    const sal = await insert(database.owner, "contacts", {
      ...{ tenant_id: fernleigh.tenantId, kind: "contractor", name: "Sal Beam", phone: "+61491571266" },
    });
    expect((await dispatchAgain(order.id, sal)).ok).toBe(true);
    expect(await moveWorkOrder(mick, { action: "ACCEPT" })).toMatchObject({ reason: "link-dead" });
    await moves(await byNewestLink(database.owner, order.id), "ACCEPT");
    expect((await row(order.id)).contractor_id).toBe(sal);
  });

  test("[A5] twenty dispatches from one and the same form: one goes out, the others learn that it changed", async () => {
    const { order } = await job();
    const form = { orderId: order.id, version: order.version, contractorId: fernleigh.mick };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        dispatchWorkOrder(priyaOf(fernleigh), { ...form, channel: "sms", ceilingCents: null }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((each) => !each.ok && each.reason === "stale")).toHaveLength(19);
    const live =
      await database.owner`select 1 from links where work_order_id = ${order.id} and retired_at is null`;
    expect(live).toHaveLength(1);
  });
});
