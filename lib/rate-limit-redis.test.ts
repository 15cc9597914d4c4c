import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { driver } from "@/db/client";
import { freshDatabase, type TestDatabase } from "@/e2e/support/database";
import { inOneWindow } from "@/e2e/support/one-window";
import { redisMissing, startRedis } from "@/e2e/support/redis";
import { withinLimit } from "./rate-limit";

const token = "a token of the test";

/** How the way to Redis is: open, or broken in one of the ways in which it breaks. */
type Way = "open" | "hangs" | "hangs half-way" | "slow" | "refuses" | "fails" | "answers nonsense";

describe.skipIf(redisMissing)(`the limiter that counts in Redis ${redisMissing ?? ""}`, () => {
  let database: TestDatabase;
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let gateway: Server;
  let way: Way = "open";
  let asked = 0;

  beforeAll(async () => {
    redis = await startRedis(token);
    gateway = startGateway();
    await new Promise<void>((listening) => gateway.listen(0, "127.0.0.1", listening));
    vi.stubEnv("UPSTASH_REDIS_REST_URL", `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`);
    vi.stubEnv("UPSTASH_REDIS_REST_TOKEN", token);
    database = await freshDatabase(20);
    await driver()`select 1`;
  });

  beforeEach(() => {
    way = "open";
    asked = 0;
  });

  afterAll(async () => {
    gateway.closeAllConnections();
    await new Promise((closed) => gateway.close(closed));
    await redis.stop();
    await database.drop();
  });

  /** Between the limiter and Redis: passes on, or breaks. */
  function startGateway() {
    return createServer(async (request, response) => {
      asked += 1;
      if (way === "hangs") return;
      if (way === "hangs half-way") return void response.writeHead(200).write('{"resu');
      if (way === "refuses") return void request.socket.destroy();
      if (way === "fails") return void response.writeHead(500).end("Internal Server Error");
      if (way === "answers nonsense") return void response.writeHead(200).end("<html>Bad gateway</html>");
      const { authorization = "", "upstash-encoding": encoding = "" } = request.headers;
      const headers = { authorization, "upstash-encoding": String(encoding) };
      const body = await new Response(request as never).text().catch(() => "");
      const passed = await fetch(`${redis.url}${request.url}`, { method: "POST", headers, body });
      const answer = await passed.text();
      setTimeout(() => response.writeHead(passed.status).end(answer), way === "slow" ? 200 : 0);
    });
  }

  const uses = (key: string, times: number) =>
    Promise.all(Array.from({ length: times }, () => withinLimit("public", key)));
  /** One after the other, so that a busy machine answers each in time. */
  async function usesInTurn(key: string, times: number) {
    const verdicts = [];
    for (let turn = 0; turn < times; turn += 1) verdicts.push(await withinLimit("public", key));
    return verdicts;
  }

  const allowed = (verdicts: { allowed: boolean }[]) => verdicts.filter((each) => each.allowed).length;
  const countedInPostgres = async () => (await database.owner`select 1 from request_counts`).length;

  test("[A7] lets exactly 30 of 100 requests through, and Postgres is not asked", async () => {
    await inOneWindow(15_000);
    await withinLimit("public", "warm-up");
    await database.owner`delete from request_counts`;
    const verdicts = await usesInTurn("203.0.113.7", 100);
    expect(allowed(verdicts)).toBe(30);
    expect(verdicts.find((each) => !each.allowed)?.retryAfterSeconds).toBeGreaterThanOrEqual(1);
    expect(asked).toBeGreaterThan(0);
    expect(await countedInPostgres()).toBe(0);
  });

  test.each(["hangs", "hangs half-way", "refuses", "fails", "answers nonsense"] as const)(
    "[A7] when Redis %s, each answer comes within a second, and 30 of 100 are let through",
    async (how) => {
      await inOneWindow();
      way = how;
      const key = `203.0.113.8 ${how}`;
      const began = performance.now();
      await withinLimit("public", key);
      expect(performance.now() - began).toBeLessThan(1_000);
      expect(allowed(await uses(key, 99))).toBe(29);
    },
  );

  test("[A7] a Redis that is slow and has forgotten the script is not waited for twice as long", async () => {
    way = "slow";
    await redis.tell("SCRIPT", "FLUSH");
    const began = performance.now();
    expect((await withinLimit("public", "203.0.113.9")).allowed).toBe(true);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test("[A7] as soon as Redis answers again, it counts again", async () => {
    way = "fails";
    await uses("203.0.113.10", 3);
    const before = await database.owner`select * from request_counts order by key`;
    way = "open";
    expect(await withinLimit("public", "203.0.113.10")).toMatchObject({ allowed: true, remaining: 29 });
    expect(await database.owner`select * from request_counts order by key`).toEqual(before);
  });

  test("Redis is never told an address", async () => {
    await withinLimit("public", "198.51.100.77");
    const result = [await redis.tell("KEYS", "*")].flat();
    expect(result.length).toBeGreaterThan(0);
    expect(result.join(" ")).not.toContain("198.51.100");
  });
});
