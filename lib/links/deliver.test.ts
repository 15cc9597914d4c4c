import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { asRead, dispatchedJob, priyaOf } from "@/e2e/support/scopes";
import { type Fernleigh, makeFernleigh } from "@/e2e/support/world";
import { findLetter } from "@/lib/delivery/mailbox";
import type { DeliveryEvent } from "@/lib/delivery/webhooks";
import { cancelWorkOrder, copyJobLink, sendLinkAgain } from "@/lib/work-orders/dispatch";
import { deliverMessage } from "./deliver";
import { recordDelivery } from "./delivered";
import { peekLink } from "./link";
import { tokenRing } from "./ring";
import { hashToken, readToken } from "./token";

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
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

type Queued = { id: string; linkId: string };

async function messagesOf(orderId: string): Promise<Queued[]> {
  return database.owner<Queued[]>`
    select id, link_id as "linkId" from messages where work_order_id = ${orderId} and contact_id is not null
    order by queued_at`;
}

/** A job that was dispatched, with its message still to be delivered. */
async function queuedJob() {
  const { order } = await dispatchedJob(fernleigh, database.owner);
  const [message] = await messagesOf(order.id);
  if (!message) throw new Error("Nothing was queued.");
  return { order, message };
}

const tokensOf = (linkId: string) => database.owner`select hash from link_tokens where link_id = ${linkId}`;

async function tokenIn(messageId: string): Promise<string> {
  const letter = await findLetter(messageId);
  return letter?.links[0]?.split("/").at(-1) ?? "";
}

const kindsOf = async (orderId: string) =>
  (await database.owner`select kind from events where work_order_id = ${orderId} order by id`).map(
    ({ kind }) => kind,
  );

const told = async (orderId: string, kind: string) =>
  (await kindsOf(orderId)).filter((each) => each === kind).length;

async function isUndelivered(orderId: string): Promise<boolean> {
  const [row] = await database.owner`
    select undelivered_at is not null as so, attention from work_orders where id = ${orderId}`;
  return row?.so === true;
}

describe("delivering a message", () => {
  test("[A1] mints its link no sooner than it is sent, keeps the hash alone, and the link that arrives opens the job", async () => {
    const { order, message } = await queuedJob();
    expect(await tokensOf(message.linkId)).toHaveLength(0);
    await deliverMessage(message.id);
    const token = await tokenIn(message.id);
    expect(readToken(token, tokenRing())?.purpose).toBe("dispatch");
    expect(await tokensOf(message.linkId)).toEqual([{ hash: hashToken(token) }]);
    expect(await peekLink(hashToken(token))).toMatchObject({ state: "open", workOrderId: order.id });
    expect(await told(order.id, "link.sent")).toBe(1);
  });

  test("[X3] done again, twenty times at once, it sends one message, and what that opened goes on opening", async () => {
    const { order, message } = await queuedJob();
    await Promise.all(Array.from({ length: 20 }, () => deliverMessage(message.id)));
    await deliverMessage(message.id);
    expect(await peekLink(hashToken(await tokenIn(message.id)))).toMatchObject({ state: "open" });
    expect(await tokensOf(message.linkId)).toHaveLength(1);
    expect(await told(order.id, "link.sent")).toBe(1);
  });

  test("[B3] whoever was made inactive meanwhile is sent nothing, and the order says that it reached nobody", async () => {
    const { order, message } = await queuedJob();
    await database.owner`update contacts set active = false where id = ${fernleigh.mick}`;
    await deliverMessage(message.id);
    expect(await findLetter(message.id)).toBeUndefined();
    expect(await tokensOf(message.linkId)).toHaveLength(0);
    expect(await isUndelivered(order.id)).toBe(true);
  });

  test("[A5] a link that was retired before it was sent is not sent", async () => {
    const { order, message } = await queuedJob();
    const cancelled = await cancelWorkOrder(
      priyaOf(fernleigh),
      { orderId: order.id, version: order.version },
      "",
    );
    expect(cancelled.ok).toBe(true);
    await deliverMessage(message.id);
    expect(await findLetter(message.id)).toBeUndefined();
    expect(await isUndelivered(order.id)).toBe(false);
  });

  test("[A1] a link that the office copies opens the job, is shown once and kept as a hash", async () => {
    const { order } = await queuedJob();
    const copied = await copyJobLink(priyaOf(fernleigh), order.id);
    const token = copied.ok ? (copied.value.url.split("/").at(-1) ?? "") : "";
    expect(await peekLink(hashToken(token))).toMatchObject({ state: "open", channel: "copy" });
    expect(await told(order.id, "link.copied")).toBe(1);
  });
});

describe("what the provider says of a message", () => {
  const event = (message: Queued, what: DeliveryEvent["what"]): DeliveryEvent => ({
    providerId: "em_1",
    messageId: message.id,
    what,
    ...(what === "bounced" && { reason: "Unknown number." }),
    at: new Date(),
  });

  test("[X2] is written once, however often and in whatever order it comes", async () => {
    for (const first of ["delivered", "bounced"] as const) {
      const { order, message } = await queuedJob();
      await deliverMessage(message.id);
      const second = first === "delivered" ? "bounced" : "delivered";
      for (let round = 0; round < 2; round += 1) {
        await recordDelivery(event(message, first));
        await recordDelivery(event(message, second));
      }
      const shuffled = [first, second, second, first, second, first] as const;
      await Promise.all(shuffled.map((what) => recordDelivery(event(message, what))));
      expect(await told(order.id, "link.delivered")).toBe(1);
      expect(await told(order.id, "link.bounced")).toBe(1);
      expect(await isUndelivered(order.id)).toBe(true);
    }
  });

  test("[X2] five bounces at once lift the order into the inbox once", async () => {
    const { order, message } = await queuedJob();
    await deliverMessage(message.id);
    await Promise.all(Array.from({ length: 5 }, () => recordDelivery(event(message, "bounced"))));
    const [row] = await database.owner`
      select version, attention, l.bounce_reason from work_orders w join links l on l.work_order_id = w.id
      where w.id = ${order.id}`;
    expect(row).toEqual({ version: order.version + 1, attention: 4, bounce_reason: "Unknown number." });
  });

  test("[X2] a bounce of an older message does not call back an order whose newer one is under way", async () => {
    const { order, message } = await queuedJob();
    await deliverMessage(message.id);
    expect((await sendLinkAgain(priyaOf(fernleigh), asRead(order), "email")).ok).toBe(true);
    await recordDelivery(event(message, "bounced"));
    expect(await isUndelivered(order.id)).toBe(false);
    const [, newer] = await messagesOf(order.id);
    if (!newer) throw new Error("Nothing was queued again.");
    await deliverMessage(newer.id);
    await recordDelivery(event(newer, "bounced"));
    expect(await isUndelivered(order.id)).toBe(true);
  });

  test("[X2] when the newer message bounces first, the older one's bounce still leaves the order waiting for the office", async () => {
    const { order, message } = await queuedJob();
    await deliverMessage(message.id);
    await sendLinkAgain(priyaOf(fernleigh), asRead(order), "email");
    const [, newer] = await messagesOf(order.id);
    if (!newer) throw new Error("Nothing was queued again.");
    await deliverMessage(newer.id);
    await recordDelivery(event(newer, "bounced"));
    await database.owner`update work_orders set undelivered_at = null where id = ${order.id}`;
    await recordDelivery(event(message, "bounced"));
    expect(await isUndelivered(order.id)).toBe(true);
  });

  test("of a message that nobody here sent, it is passed over", async () => {
    await recordDelivery({ ...event({ id: randomUUID(), linkId: "" }, "bounced"), providerId: "em_unknown" });
    expect(await database.owner`select 1 from messages where provider_id = 'em_unknown'`).toHaveLength(0);
  });
});
