import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { driver } from "@/db/client";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { inOneWindow } from "@/e2e/support/one-window";
import { limits, sweepRequestCounts, withinForgedLimit, withinLimit } from "./rate-limit";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase(20);
});
afterAll(() => database.drop());

const windowMs = limits.public.windowMs;

/** As the same counts would be found that much later. */
const windowsPass = (windows: number) =>
  database.owner`update request_counts set window_number = window_number - ${windows}`;

const uses = (key: string, times: number, name: keyof typeof limits = "public") =>
  Promise.all(Array.from({ length: times }, () => withinLimit(name, key)));

const allowed = (verdicts: { allowed: boolean }[]) => verdicts.filter((each) => each.allowed).length;

describe("the limiter that counts in Postgres", () => {
  test("[A7] lets exactly 30 of 100 requests at once through, and tells the others how long to wait", async () => {
    await inOneWindow();
    const verdicts = await uses("203.0.113.7", 100);
    expect(allowed(verdicts)).toBe(30);
    const refused = verdicts.filter((each) => !each.allowed);
    expect(refused.every(({ remaining }) => remaining === 0)).toBe(true);
    for (const { retryAfterSeconds } of refused) {
      expect(retryAfterSeconds).toBeGreaterThanOrEqual(1);
      expect(retryAfterSeconds).toBeLessThanOrEqual(60);
    }
  });

  test("[A7] the 31st in a row is refused, and the ones before it are told how many are left", async () => {
    await inOneWindow();
    for (let left = 29; left >= 0; left -= 1) {
      expect(await withinLimit("public", "203.0.113.8")).toMatchObject({ allowed: true, remaining: left });
    }
    expect(await withinLimit("public", "203.0.113.8")).toMatchObject({ allowed: false, remaining: 0 });
  });

  test("[A7] counts each client and each limit on its own", async () => {
    await inOneWindow();
    await uses("203.0.113.9", 31);
    expect(await withinLimit("public", "203.0.113.10")).toMatchObject({ allowed: true, remaining: 29 });
    expect(await withinLimit("public-link", "203.0.113.9")).toMatchObject({ allowed: true, remaining: 29 });
    expect(allowed(await uses("203.0.113.9", 20, "ask-for-link"))).toBe(10);
  });

  test("[A7] the window slides: what was used in the last one weighs as much of it as still lies within a minute", async () => {
    await inOneWindow();
    await uses("203.0.113.11", 30);
    await windowsPass(1);
    const [before, verdicts, after] = [await weight(), await uses("203.0.113.11", 40), await weight()];
    expect(allowed(verdicts)).toBeGreaterThanOrEqual(30 - Math.floor(before * 30));
    expect(allowed(verdicts)).toBeLessThanOrEqual(30 - Math.floor(after * 30));
    await windowsPass(2);
    expect(allowed(await uses("203.0.113.11", 40))).toBe(30);
  });

  test("[A7] who is refused writes nothing, so that a flood does not push its own end away", async () => {
    await inOneWindow();
    await uses("203.0.113.12", 30);
    const rows = () => database.owner`select * from request_counts order by key`;
    const before = await rows();
    await uses("203.0.113.12", 50);
    expect(await rows()).toEqual(before);
  });

  test("keeps no address, and nothing at all of what has passed", async () => {
    await uses("198.51.100.1", 1);
    const [row] = await database.owner`select count(*)::int from request_counts where key like '%198.51%'`;
    expect(row?.count).toBe(0);
    await database.owner`update request_counts set expires_at_ms = 1`;
    await uses("198.51.100.2", 1);
    await sweepRequestCounts();
    expect(await database.owner`select 1 from request_counts`).toHaveLength(1);
  });
});

describe("the limiter of forged links", () => {
  test("[A7] refuses the 31st within a minute, without asking the database, and lets through again after it", async () => {
    await driver()`select 1`;
    const at = (ms: number) => withinForgedLimit("192.0.2.1", ms);
    const verdicts = Array.from({ length: 100 }, (_, place) => at(1_000 + place));
    expect(allowed(verdicts)).toBe(30);
    expect(verdicts.at(-1)).toMatchObject({ allowed: false, retryAfterSeconds: 60 });
    expect(at(60_999).allowed).toBe(false);
    expect(at(61_000).allowed).toBe(true);
    expect(withinForgedLimit("192.0.2.2", 1_000).allowed).toBe(true);
  });

  test("[A7] remembers ten thousand clients and no more, so that many can't fill its memory", () => {
    const refusedOf = (key: string) =>
      !Array.from({ length: 31 }, () => withinForgedLimit(key, 200_000)).at(-1)?.allowed;
    expect([refusedOf("the first"), refusedOf("the second")]).toEqual([true, true]);
    for (let client = 0; client < 9_999; client += 1) withinForgedLimit(`forger ${client}`, 200_000);
    expect(withinForgedLimit("the second", 200_000).allowed).toBe(false);
    expect(withinForgedLimit("the first", 200_000).allowed).toBe(true);
  });
});

/** How much of the window before still lies within the last minute: from 1 down to 0. */
async function weight(): Promise<number> {
  const [row] = await database.owner<{ weight: number }[]>`
    select 1 - ((extract(epoch from clock_timestamp()) * 1000)::bigint % ${windowMs})::float8 / ${windowMs} as weight`;
  return row?.weight ?? 0;
}
