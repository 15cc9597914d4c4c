import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { asRead, byNewestLink, dispatchedJob, priyaOf } from "@/e2e/support/scopes";
import { type Fernleigh, makeFernleigh } from "@/e2e/support/world";
import type { ContractorScope } from "@/lib/auth/scope";
import { dispatchWorkOrder } from "./dispatch";
import { readRow } from "./inbox";
import { moveWorkOrder } from "./move";
import { answerContractor } from "./thread";
import type { WorkOrder } from "./work-order";

let database: TestDatabase;
let fernleigh: Fernleigh;

beforeAll(async () => {
  database = await freshDatabase(20);
});
beforeEach(async () => {
  fernleigh = await makeFernleigh(database.owner);
});
afterAll(() => database.drop());

const answer = async (orderId: string, text: string) =>
  answerContractor(priyaOf(fernleigh), asRead(await row(orderId)), text);

const job = () => dispatchedJob(fernleigh, database.owner);

const happenings = async (orderId: string, kind: string) =>
  database.owner`select detail from events where work_order_id = ${orderId} and kind = ${kind}`;

async function row(orderId: string) {
  const [order] = await database.owner<(Pick<WorkOrder, "id" | "version"> & Record<string, unknown>)[]>`
    select * from work_orders where id = ${orderId}`;
  if (!order) throw new Error("The order is gone.");
  return order;
}

describe("a contractor's question", () => {
  const ask = (mick: ContractorScope, question: string) =>
    moveWorkOrder(mick, { action: "QUESTION", question });
  const entries = async (orderId: string) =>
    (await database.owner`select 1 from thread_entries where work_order_id = ${orderId}`).length;

  test("[A3] sent fifty times at once is asked once, waits for the office, and moves nothing", async () => {
    const { order, mick } = await job();
    await Promise.all(Array.from({ length: 50 }, () => ask(mick, "Is there parking?")));
    expect(await entries(order.id)).toBe(1);
    expect(await happenings(order.id, "work-order.question")).toHaveLength(1);
    const mails = await database.owner`select 1 from messages where work_order_id = ${order.id}
      and kind = 'question-to-office'`;
    expect(mails).toHaveLength(1);
    expect(await row(order.id)).toMatchObject({ status: "ASSIGNED", attention: 1 });
  });

  test("[A3] asked again in the same words after an answer, or after a new dispatch, waits for the office again", async () => {
    const { order, mick } = await job();
    await ask(mick, "Is there parking?");
    expect((await answer(order.id, "Behind the house.")).ok).toBe(true);
    expect((await row(order.id)).question_at).toBeNull();
    await ask(mick, "Is there parking?");
    expect(await entries(order.id)).toBe(3);
    expect((await row(order.id)).question_at).not.toBeNull();
    const again = { ...asRead(await row(order.id)), contractorId: fernleigh.mick, channel: "sms" as const };
    expect((await dispatchWorkOrder(priyaOf(fernleigh), again)).ok).toBe(true);
    await ask(await byNewestLink(database.owner, order.id), "Is there parking?");
    expect(await entries(order.id)).toBe(4);
    expect((await row(order.id)).question_at).not.toBeNull();
  });

  test("[A3] after another is one e-mail to the manager while the thread waits, and every question stands in it", async () => {
    const { order, mick } = await job();
    const mails = async () =>
      (
        await database.owner`select detail from messages where work_order_id = ${order.id}
          and kind = 'question-to-office' order by queued_at`
      ).map(({ detail }) => detail.question);
    for (const question of ["Which tap?", "Is it urgent?", "Hello?"]) await ask(mick, question);
    expect(await entries(order.id)).toBe(3);
    expect(await mails()).toEqual(["Which tap?"]);
    expect((await readRow(priyaOf(fernleigh), order.id))?.line).toBe("Hello?");
    expect((await answer(order.id, "The left one.")).ok).toBe(true);
    await ask(mick, "Hot or cold?");
    expect(await mails()).toEqual(["Which tap?", "Hot or cold?"]);
  });

  test("[A3] without a word is none", async () => {
    const { mick } = await job();
    expect(await moveWorkOrder(mick, { action: "QUESTION" })).toMatchObject({ reason: "invalid" });
  });
});
