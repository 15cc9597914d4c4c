import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { dispatchedJob, priyaOf } from "@/e2e/support/scopes";
import { type Fernleigh, makeFernleigh } from "@/e2e/support/world";
import { mostAttempts } from "@/lib/jobs/queue";
import { cancelWorkOrder } from "@/lib/work-orders/dispatch";
import { deliverMessage } from "./deliver";
import { recordDelivery } from "./delivered";

let database: TestDatabase;
let fernleigh: Fernleigh;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-mailbox-"));
  vi.stubEnv("DATA_DIR", folder);
  database = await freshDatabase();
});
beforeEach(async () => {
  fernleigh = await makeFernleigh(database.owner);
  await rm(join(folder, "mailbox"), { recursive: true, force: true });
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

/** A job that was dispatched, its message not yet delivered. */
async function queuedJob() {
  const { order } = await dispatchedJob(fernleigh, database.owner);
  const [message] = await database.owner<{ id: string }[]>`
    select id from messages where work_order_id = ${order.id} and link_id is not null`;
  if (!message) throw new Error("Nothing was queued.");
  return { order, messageId: message.id };
}

/** Runs the job as often as the queue does, whatever it throws. */
async function tryToTheEnd(messageId: string) {
  for (let tries = 0; tries < mostAttempts; tries += 1)
    await deliverMessage(messageId).catch(() => undefined);
}

async function fateOf(orderId: string) {
  const [row] = await database.owner<{ failed: boolean; failure: string; attention: number | null }[]>`
    select m.failed_at is not null as failed, m.failure, w.attention
    from work_orders w join messages m on m.work_order_id = w.id and m.link_id is not null where w.id = ${orderId}`;
  const told = await database.owner`
    select 1 from events where work_order_id = ${orderId} and kind = 'link.bounced'`;
  const tokens = await database.owner`
    select 1 from link_tokens k join links l on l.id = k.link_id where l.work_order_id = ${orderId}`;
  return { ...row, told: told.length, tokens: tokens.length };
}

const cancel = (orderId: string, version: number) =>
  cancelWorkOrder(priyaOf(fernleigh), { orderId, version }, "");

test("[X3] a message that cannot be written to where it goes is given up at the last try, with a cause and no token left", async () => {
  const { order, messageId } = await queuedJob();
  await writeFile(join(folder, "mailbox"), "a file where the folder would be");
  await deliverMessage(messageId).catch(() => undefined);
  expect(await fateOf(order.id)).toMatchObject({ failed: false, attention: null, tokens: 0 });
  await tryToTheEnd(messageId);
  expect(await fateOf(order.id)).toEqual({
    failed: true,
    failure: "The mailbox can’t be written to.",
    ...{ attention: 4, told: 1, tokens: 0 },
  });
});

test("[X3] a message whose words cannot be made is given up at the last try too, with no token ever stored", async () => {
  const { order, messageId } = await queuedJob();
  await database.owner`update messages set detail = jsonb_set(detail, '{zone}', '"Nowhere/At All"') where id = ${messageId}`;
  await expect(deliverMessage(messageId)).rejects.toThrow();
  expect(await fateOf(order.id)).toMatchObject({ failed: false, tokens: 0 });
  await tryToTheEnd(messageId);
  const { failure, ...fate } = await fateOf(order.id);
  expect(fate).toEqual({ failed: true, attention: 4, told: 1, tokens: 0 });
  expect(failure).toMatch(/^Latchkey couldn’t send it\. .+\.$/);
});

test("[X2] a link that was cancelled before it was sent is no bounce, whoever it was for", async () => {
  const { order, messageId } = await queuedJob();
  await database.owner`update contacts set active = false where id = ${fernleigh.mick}`;
  expect((await cancel(order.id, order.version)).ok).toBe(true);
  await deliverMessage(messageId);
  expect(await fateOf(order.id)).toEqual({
    failed: true,
    failure: "The link was ended before it was sent.",
    ...{ attention: null, told: 0, tokens: 0 },
  });
});

test("[X2] a bounce that comes after the cancellation is written down, and lifts nothing into the inbox", async () => {
  const { order, messageId } = await queuedJob();
  await deliverMessage(messageId);
  await database.owner`update contacts set active = false where id = ${fernleigh.mick}`;
  expect((await cancel(order.id, order.version)).ok).toBe(true);
  await recordDelivery({ providerId: "SM1", messageId, what: "bounced", at: new Date() });
  expect(await fateOf(order.id)).toMatchObject({ attention: null, told: 1 });
});
