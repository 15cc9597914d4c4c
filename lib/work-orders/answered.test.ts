import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seed } from "@/db/seed";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { byNewestLink } from "@/e2e/support/scopes";
import { type StaffScope, scopeOf } from "@/lib/auth/scope";
import { jobSheet, orderPage, orderSheet } from "./answered";
import { moveAndRead } from "./job";
import { readJobSheet, readJobView } from "./job-sheet";
import {
  answerOrder,
  cancelOrder,
  createOrder,
  dispatchOrder,
  listOrders,
  readOrderSheet,
} from "./order-api";

let database: TestDatabase;
let folder: string;
let priya: StaffScope;

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), "latchkey-seed-"));
  await seed(database.ownerUrl, folder, false, new Date("2026-04-24T02:30:00Z"));
  const [member] = await database.owner`
    select id, tenant_id as "tenantId", name from members where email = 'priya@fernleigh.example'`;
  if (!member) throw new Error("Priya is not in the story.");
  const { id: memberId, name, tenantId } = member;
  const sessionId = "00000000-0000-4000-8000-000000000000";
  priya = scopeOf(tenantId, { kind: "member", memberId, name, role: "owner", sessionId });
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const numbers = async () =>
  await database.owner<{ number: number; id: string }[]>`
    select number, id from work_orders where tenant_id = ${priya.tenantId} order by number desc`;

function given<T>(outcome: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

/** As it goes over the wire: what JSON can't carry is not there. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("what the API answers, over the whole seed story", () => {
  test("[A8] every job that a link was sent to is as the schema of a job says, and nothing more", async () => {
    const jobs = await database.owner<{ id: string }[]>`
      select distinct w.id from work_orders w join links l on l.work_order_id = w.id and l.contact_id = w.contractor_id
      where w.tenant_id = ${priya.tenantId}`;
    expect(jobs.length).toBeGreaterThan(5);
    const statuses = new Set<string>();
    for (const { id } of jobs) {
      const sheet = sent(given(await readJobSheet(await byNewestLink(database.owner, id))));
      statuses.add(jobSheet.parse(sheet).status);
    }
    expect([...statuses]).toEqual(expect.arrayContaining(["ASSIGNED", "SCHEDULED", "ON_SITE", "COMPLETED"]));
  });

  test("[A2] a job's sheet and its page tell a contractor no id of the business, of the order, of the link or of themselves", async () => {
    const [order] = await database.owner<{ id: string }[]>`
      select id from work_orders where tenant_id = ${priya.tenantId} and status = 'ASSIGNED' limit 1`;
    const mick = await byNewestLink(database.owner, order?.id ?? "");
    const told = JSON.stringify([given(await readJobSheet(mick)), given(await readJobView(mick))]);
    for (const secret of [priya.tenantId, order?.id ?? "-", mick.actor.contactId, mick.actor.linkId]) {
      expect(told).not.toContain(secret);
    }
  });

  test("[A9] every order, of whatever state, is as the schema of a work order says", async () => {
    const orders = await numbers();
    expect(orders.length).toBeGreaterThan(10);
    for (const { number } of orders) {
      const sheet = await readOrderSheet(priya, {}, { number: `WO-${number}` });
      expect(() => orderSheet.parse(sent(given(sheet))), String(number)).not.toThrow();
    }
  });

  test("[A9] page after page, the list gives each order once, newest first", async () => {
    const listed: string[] = [];
    let before: number | undefined;
    for (let page = 0; page < 50; page += 1) {
      const answer = orderPage.parse(sent(given(await listOrders(priya, { before }))));
      listed.push(...answer.workOrders.map(({ number }) => number));
      if (answer.before === null) break;
      before = answer.before;
    }
    expect(listed).toEqual((await numbers()).map(({ number }) => `WO-${number}`));
  });

  test("[A9] a draft that is made, dispatched, answered and cancelled is an order at each step", async () => {
    const [property] = await database.owner`select id from properties where tenant_id = ${priya.tenantId}`;
    const [mick] = await database.owner`select id from contacts where tenant_id = ${priya.tenantId} and active
      and phone is not null and kind = 'contractor'`;
    const draft = {
      title: "Gate won’t close",
      scope: "",
      trade: null,
      propertyId: property?.id,
      ceilingCents: 1,
    };
    const parsed = (outcome: Parameters<typeof given>[0]) => orderSheet.parse(sent(given(outcome)));
    const { number, version } = parsed(await createOrder(priya, draft));
    const to = { contractorId: mick?.id, channel: "sms" as const, ceilingCents: null };
    expect(parsed(await dispatchOrder(priya, { version, ...to }, { number })).status).toBe("ASSIGNED");
    const [order] = await database.owner`select id from work_orders where tenant_id = ${priya.tenantId}
      and number = ${Number(number.slice(3))}`;
    const contractor = await byNewestLink(database.owner, order?.id);
    const question = await moveAndRead(contractor, { action: "QUESTION", question: "Which gate?" });
    expect(jobSheet.parse(sent(given(question))).questions).toHaveLength(1);
    const { version: asked } = parsed(await readOrderSheet(priya, {}, { number }));
    const answered = parsed(await answerOrder(priya, { version: asked, text: "The side one." }, { number }));
    expect(answered.questionWaiting).toBe(false);
    const cancelled = await cancelOrder(priya, { version: answered.version, reason: "" }, { number });
    expect(parsed(cancelled)).toMatchObject({ status: "CANCELLED", contractorActions: [] });
  });

  test.each(["WO-999999", "0", "-1", "WO-", "2187; drop table", "99999999999999999999", ""])(
    "[A9] the number %j, which no order of this business has, is not found",
    async (number) => {
      expect(await readOrderSheet(priya, {}, { number })).toMatchObject({ ok: false, reason: "not-found" });
    },
  );

  test("[A9] another business's order is not found, by any way to it", async () => {
    const [other] =
      await database.owner`select id, tenant_id as "tenantId" from members where tenant_id <> ${priya.tenantId}`;
    const stranger = scopeOf(other?.tenantId, { ...priya.actor, memberId: other?.id });
    const number = String((await numbers())[0]?.number);
    const tries = [
      await readOrderSheet(stranger, {}, { number }),
      await answerOrder(stranger, { version: 1, text: "Hello" }, { number }),
      await cancelOrder(stranger, { version: 1, reason: "" }, { number }),
    ];
    for (const outcome of tries) expect(outcome).toMatchObject({ ok: false, reason: "not-found" });
    expect(given(await listOrders(stranger, {})).workOrders).toEqual([]);
  });
});
