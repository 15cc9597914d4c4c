import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { dispatchedJob, priyaOf } from "@/e2e/support/scopes";
import { type Fernleigh, makeFernleigh } from "@/e2e/support/world";
import { cancelWorkOrder, dispatchWorkOrder } from "@/lib/work-orders/dispatch";
import type { WorkOrder } from "@/lib/work-orders/work-order";
import { deliverMessage } from "./deliver";
import { recordDelivery } from "./delivered";
import { sweepLinks } from "./end";
import { noteLook } from "./life";
import { peekLinkById } from "./link";

let database: TestDatabase;
let fernleigh: Fernleigh;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-mailbox-"));
  vi.stubEnv("DATA_DIR", folder);
  database = await freshDatabase(20);
  fernleigh = await makeFernleigh(database.owner);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

type Job = { order: WorkOrder; messageId: string; linkId: string };

/** Jobs that were dispatched, their messages not yet delivered. */
async function jobs(count: number): Promise<Job[]> {
  const made: Job[] = [];
  while (made.length < count) {
    const { order } = await dispatchedJob(fernleigh, database.owner);
    const [message] = await database.owner<{ id: string; linkId: string }[]>`
      select id, link_id as "linkId" from messages where work_order_id = ${order.id}`;
    if (!message) throw new Error("Nothing was queued.");
    made.push({ order, messageId: message.id, linkId: message.linkId });
  }
  return made;
}

const dispatchAgain = ({ order: { id: orderId, version } }: Job) =>
  dispatchWorkOrder(priyaOf(fernleigh), {
    ...{ orderId, version, contractorId: fernleigh.mick, ceilingCents: null },
    channel: "email",
  });

const cancel = ({ order: { id: orderId, version } }: Job) =>
  cancelWorkOrder(priyaOf(fernleigh), { orderId, version }, "");

const bounce = ({ messageId }: Job) =>
  recordDelivery({
    providerId: "SM1",
    messageId,
    what: "bounced",
    reason: "Unknown number.",
    at: new Date(),
  });

async function look({ linkId }: Job) {
  const link = await peekLinkById(linkId);
  if (link) await noteLook(link, true);
}

test.each([
  ["a bounce and a new dispatch", bounce, dispatchAgain],
  ["a bounce and a cancellation", bounce, cancel],
  ["a delivery and a new dispatch", ({ messageId }: Job) => deliverMessage(messageId), dispatchAgain],
  ["a look and a cancellation", look, cancel],
  ["a bounce and the sweep", bounce, () => sweepLinks()],
] as const)("[X2] %s at the same moment both come through, sixty times over", async (_, one, other) => {
  const pairs = await jobs(60);
  const done = await Promise.allSettled(pairs.flatMap((job) => [one(job), other(job)]));
  const failed = done.flatMap((each) => (each.status === "rejected" ? [String(each.reason?.cause)] : []));
  expect(failed).toEqual([]);
});
