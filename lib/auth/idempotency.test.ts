import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { makeFernleigh } from "@/e2e/support/world";
import { refuse } from "@/lib/outcome";
import { once, sweepIdempotencyKeys } from "./idempotency";
import { problem } from "./problem";
import { type Scope, systemScope } from "./scope";

let database: TestDatabase;
let scope: Scope;

beforeAll(async () => {
  database = await freshDatabase(20);
  scope = systemScope((await makeFernleigh(database.owner)).tenantId);
});
afterAll(() => database.drop());

const request = () => ({ holder: randomUUID(), key: "tap-1", fingerprint: '/api\n{"action":"ACCEPT"}' });

/** Work that counts how often it was done, and answers differently each time. */
function counted(status = 200) {
  const work = {
    times: 0,
    run: async () => {
      work.times += 1;
      return Response.json({ made: randomUUID() }, { status });
    },
  };
  return work;
}

const keysOf = (holder: string) =>
  database.owner`select status from idempotency_keys where holder = ${holder}`;

const isYoung = async (holder: string) =>
  (
    await database.owner`select 1 from idempotency_keys where holder = ${holder} and created_at > now() - interval '30 seconds'`
  ).length === 1;

const typeOf = async (response: Response) => ((await response.json()) as { type: string }).type;

describe("a request with a key", () => {
  test("[A8] sent fifty times at once is done once; each answer is that one's, byte for byte, or says to wait", async () => {
    const asked = request();
    const work = counted(201);
    const answers = await Promise.all(Array.from({ length: 50 }, () => once(scope, asked, work.run)));
    expect(work.times).toBe(1);
    const done = answers.filter(({ status }) => status === 201);
    const busy = answers.filter(({ status }) => status === 409);
    expect(done.length + busy.length).toBe(50);
    const bodies = await Promise.all(done.map((response) => response.text()));
    expect(new Set(bodies).size).toBe(1);
    for (const response of busy) expect(await typeOf(response)).toBe("/problems/busy");
    const later = await once(scope, asked, work.run);
    expect([later.status, await later.text()]).toEqual([201, bodies[0]]);
    expect(later.headers.get("idempotent-replay")).toBe("true");
    expect(work.times).toBe(1);
  });

  test("[A8] that was refused gets the same refusal again, as the same type of document", async () => {
    const asked = request();
    const refusal = async () =>
      new Response('{"type":"/problems/not-allowed-now"}', {
        status: 409,
        headers: { "content-type": "application/problem+json; charset=utf-8" },
      });
    await once(scope, asked, refusal);
    const again = await once(scope, asked, counted().run);
    expect(again.status).toBe(409);
    expect(again.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(await typeOf(again)).toBe("/problems/not-allowed-now");
  });

  test("[A8] and another body is refused as a different request, and does nothing", async () => {
    const asked = request();
    const work = counted();
    await once(scope, asked, work.run);
    const other = await once(scope, { ...asked, fingerprint: '/api\n{"action":"DECLINE"}' }, work.run);
    expect([other.status, await typeOf(other)]).toEqual([422, "/problems/key-reused"]);
    expect(work.times).toBe(1);
  });

  test("[A8] is another request under another holder, another key or another business", async () => {
    const asked = request();
    const work = counted();
    const elsewhere = systemScope((await makeFernleigh(database.owner)).tenantId);
    await once(scope, asked, work.run);
    await once(scope, { ...asked, holder: randomUUID() }, work.run);
    await once(scope, { ...asked, key: "tap-2" }, work.run);
    await once(elsewhere, asked, work.run);
    expect(work.times).toBe(4);
  });

  test("[A8] that met a fault of ours may be sent again, and is then done", async () => {
    const asked = request();
    await once(scope, asked, counted(503).run);
    const work = counted();
    expect((await once(scope, asked, work.run)).status).toBe(200);
    expect(work.times).toBe(1);
  });

  test.each([429, 503])("[A8] that was told %d, to come back, is done when it does", async (status) => {
    const asked = request();
    const told = () => Promise.resolve(problem(refuse(status === 429 ? "too-many-requests" : "unavailable")));
    expect((await once(scope, asked, told)).status).toBe(status);
    const work = counted();
    expect((await once(scope, asked, work.run)).status).toBe(200);
    expect(work.times).toBe(1);
  });

  test("[A8] that takes longer than a minute stays the one that does it", async () => {
    const asked = request();
    const work = counted();
    let finish = async () => {};
    const slow = once(
      scope,
      asked,
      () =>
        new Promise<Response>((resolve) => {
          finish = async () => resolve(await work.run());
        }),
      50,
    );
    await expect.poll(async () => (await keysOf(asked.holder)).length).toBe(1);
    await database.owner`update idempotency_keys set created_at = created_at - interval '61 seconds'
      where holder = ${asked.holder}`;
    await expect.poll(() => isYoung(asked.holder)).toBe(true);
    expect(await typeOf(await once(scope, asked, work.run))).toBe("/problems/busy");
    await finish();
    expect((await slow).status).toBe(200);
    expect(work.times).toBe(1);
  });

  test("[A8] whose work broke off with an error may be sent again, and is then done", async () => {
    const asked = request();
    const broken = () => Promise.reject(new Error("The connection to the database was lost."));
    await expect(once(scope, asked, broken)).rejects.toThrow("was lost");
    const work = counted();
    expect((await once(scope, asked, work.run)).status).toBe(200);
    expect(work.times).toBe(1);
  });

  test("[A8] whose process died is free again after a minute, and of fifty that find it so one does it", async () => {
    const asked = request();
    let die = (_: Response) => {};
    const dying = once(
      scope,
      asked,
      () =>
        new Promise<Response>((resolve) => {
          die = resolve;
        }),
    );
    await expect.poll(async () => (await keysOf(asked.holder)).length).toBe(1);
    const work = counted();
    expect(await typeOf(await once(scope, asked, work.run))).toBe("/problems/busy");
    await database.owner`update idempotency_keys set created_at = created_at - interval '61 seconds'`;
    const answers = await Promise.all(Array.from({ length: 50 }, () => once(scope, asked, work.run)));
    expect(work.times).toBe(1);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    die(Response.json({}));
    await dying;
  });

  test.each(["", "k".repeat(201)])("[A8] of %j as its key is refused", async (key) => {
    const work = counted();
    const refused = await once(scope, { ...request(), key }, work.run);
    expect([refused.status, work.times]).toEqual([422, 0]);
  });

  test("[A8] is remembered for a day", async () => {
    const [old, young] = [request(), request()];
    await once(scope, old, counted().run);
    await once(scope, young, counted().run);
    await database.owner`update idempotency_keys set created_at = now() - interval '24 hours 1 minute'
      where holder = ${old.holder}`;
    await database.owner`update idempotency_keys set created_at = now() - interval '23 hours 59 minutes'
      where holder = ${young.holder}`;
    await sweepIdempotencyKeys();
    expect([(await keysOf(old.holder)).length, (await keysOf(young.holder)).length]).toEqual([0, 1]);
  });
});
