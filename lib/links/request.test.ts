import { randomBytes, randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { answerRequests } from "@/e2e/support/queue";
import { insert, makeFernleigh } from "@/e2e/support/world";
import { answerRequest, requestLink } from "./request";

let database: TestDatabase;
let tenantId: string;

beforeAll(async () => {
  database = await freshDatabase(20);
  tenantId = (await makeFernleigh(database.owner)).tenantId;
});
afterAll(() => database.drop());

const ask = (address: string) =>
  requestLink("staff-sign-in", { address, askedBy: randomBytes(32), askedFrom: "Firefox on Windows" });

const asksAtOnce = (address: string, times: number) =>
  Promise.all(Array.from({ length: times }, () => ask(address)));

/** Somebody of the office, under an address of this test's own. */
async function tom(more: { active?: boolean; tenantId?: string; email?: string } = {}): Promise<string> {
  const email = more.email ?? `tom-${randomUUID().slice(0, 8)}@fernleigh.example`;
  await insert(database.owner, "members", {
    tenant_id: more.tenantId ?? tenantId,
    name: "Tom Achterberg",
    email,
    role: "manager",
    active: more.active ?? true,
  });
  return email;
}

const stranger = async () => `eve-${randomUUID().slice(0, 8)}@elsewhere.example`;

/** Lets time pass for everything that was ever asked for. */
async function pass(seconds: number) {
  await database.owner`update links set issued_at = issued_at - ${seconds} * interval '1 second'`;
  await database.owner`update link_requests set asked_at = asked_at - ${seconds} * interval '1 second'`;
}

async function messagesTo(address: string): Promise<number> {
  return (await database.owner`select 1 from messages where address = ${address}`).length;
}

async function rowCounts(): Promise<number[]> {
  const tables = ["link_requests", "graphile_worker._private_jobs", "links", "messages", "events"];
  return Promise.all(
    tables.map(async (table) => (await database.owner.unsafe(`select 1 from ${table}`)).length),
  );
}

describe("asking for a link", () => {
  test.each([
    ["a member", tom],
    ["a stranger", stranger],
    ["a member who is no longer active", () => tom({ active: false })],
  ])("[B14] of a hundred requests at once for the address of %s, three are taken", async (_, somebody) => {
    const address = await somebody();
    const asked = await asksAtOnce(address, 100);
    expect(asked.filter(({ ok }) => ok)).toHaveLength(3);
    const refused = asked.filter((each) => !each.ok);
    expect(new Set(refused.map(({ reason }) => reason))).toEqual(new Set(["too-many-requests"]));
    for (const { detail } of refused) {
      expect(detail.retryAfterSeconds).toBeGreaterThan(3_540);
      expect(detail.retryAfterSeconds).toBeLessThanOrEqual(3_600);
    }
  });

  test("[B3] a stranger and an inactive member are sent nothing, and a member one message for each link", async () => {
    const [known, gone, unknown] = [await tom(), await tom({ active: false }), await stranger()];
    for (const address of [known, gone, unknown]) await asksAtOnce(address, 5);
    await answerRequests(database.owner);
    expect([await messagesTo(known), await messagesTo(gone), await messagesTo(unknown)]).toEqual([3, 0, 0]);
    const links = await database.owner`select expires_at - issued_at = '15 minutes' as lives from links
      where address = ${known}`;
    expect(links.map(({ lives }) => lives)).toEqual([true, true, true]);
  });

  test("[B14] the wait that is told is long enough when it is obeyed, and not a minute too long", async () => {
    for (const address of [await tom(), await stranger()]) {
      await ask(address);
      await pass(600);
      await ask(address);
      await pass(300);
      await ask(address);
      await pass(120);
      const refused = await ask(address);
      const wait = refused.ok ? 0 : (refused.detail.retryAfterSeconds ?? 0);
      expect(wait).toBeGreaterThan(2_520);
      expect(wait).toBeLessThanOrEqual(2_580);
      await pass(wait - 60);
      expect(await ask(address)).toMatchObject({ ok: false, reason: "too-many-requests" });
      await pass(60);
      expect((await ask(address)).ok).toBe(true);
      expect((await ask(address)).ok).toBe(false);
    }
  });

  test("[B14] in any rolling hour there are three at most and never fewer than asked for, bursts at its edges too", async () => {
    const edge = fc.constantFrom(1, 60, 1_200, 1_800, 3_540, 3_590, 3_660, 7_200);
    const bursts = fc.array(fc.tuple(edge, fc.integer({ min: 1, max: 6 })), { minLength: 3, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(bursts, fc.boolean(), async (steps, known) => {
        const address = known ? await tom() : await stranger();
        let nowSeconds = 0;
        const taken: number[] = [];
        for (const [seconds, times] of steps) {
          await pass(seconds);
          nowSeconds += seconds;
          const room = 3 - taken.filter((at) => at > nowSeconds - 3_600).length;
          const asked = await asksAtOnce(address, times);
          const passed = asked.filter(({ ok }) => ok).length;
          expect(passed).toBe(Math.min(times, room));
          taken.push(...Array.from({ length: passed }, () => nowSeconds));
        }
      }),
      { numRuns: 25 },
    );
  });

  test("[B14] whoever works in two businesses is sent a link of each, and the pair counts once", async () => {
    const other = await makeFernleigh(database.owner);
    const email = await tom();
    await tom({ tenantId: other.tenantId, email });
    const asked = await asksAtOnce(email, 20);
    expect(asked.filter(({ ok }) => ok)).toHaveLength(3);
    await answerRequests(database.owner);
    expect(await messagesTo(email)).toBe(6);
    expect((await ask(email)).ok).toBe(false);
  });

  test("[X3] a request that is answered again, at once or later, issues nothing more", async () => {
    const address = await tom();
    await ask(address);
    const [queued] = await answerRequests(database.owner);
    if (!queued) throw new Error("Nothing was queued.");
    const request = { address, askedBy: Buffer.from(queued.askedBy, "hex"), askedFrom: queued.askedFrom };
    await Promise.all(Array.from({ length: 5 }, () => answerRequest(queued.requestId, request)));
    expect(await messagesTo(address)).toBe(1);
  });

  test("[B14] until it is answered, a member's request leaves the same rows as a stranger's", async () => {
    const [known, unknown] = [await tom(), await stranger()];
    const traces = [];
    for (const address of [known, unknown]) {
      const before = await rowCounts();
      await ask(address);
      const after = await rowCounts();
      traces.push(after.map((count, place) => count - (before[place] ?? 0)));
    }
    expect(traces).toEqual([
      [1, 1, 0, 0, 0],
      [1, 1, 0, 0, 0],
    ]);
  });

  test("[B14] a link that was copied is no message and uses nothing up, and one that the office sent does", async () => {
    const address = await tom();
    const [member] = await database.owner`select id from members where email = ${address}`;
    const issue = (channel: string) =>
      insert(database.owner, "links", {
        ...{
          tenant_id: tenantId,
          purpose: "staff-sign-in",
          class: "single-use",
          member_id: member?.id,
          channel,
          address,
        },
        expires_at: new Date(Date.now() + 900_000),
      });
    for (let times = 0; times < 3; times += 1) await issue("copy");
    await issue("email");
    expect((await asksAtOnce(address, 3)).filter(({ ok }) => ok)).toHaveLength(2);
  });

  test("[B14] one address uses up neither another's requests nor its own at the other door", async () => {
    const [first, second] = [await tom(), await tom()];
    await asksAtOnce(first, 3);
    expect((await ask(second)).ok).toBe(true);
    const atTheOtherDoor = await Promise.all(
      Array.from({ length: 5 }, () =>
        requestLink("portal-login", { address: first, askedBy: randomBytes(32), askedFrom: "" }),
      ),
    );
    expect(atTheOtherDoor.filter(({ ok }) => ok)).toHaveLength(3);
  });

  test("the addresses of strangers are kept as hashes alone", async () => {
    const address = await stranger();
    await ask(address);
    const [row] = await database.owner`
      select string_agg(s::text, '') like ${`%${address.split("@")[0]}%`} as named from link_requests s`;
    expect(row?.named).toBe(false);
  });
});
