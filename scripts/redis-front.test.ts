import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { freePort } from "./ports.mjs";
import { startRedisFront } from "./redis-front";

const { REDIS_SERVER, REDIS_MISSING, CI } = process.env;
/** A machine on which no Redis can be had says why; in CI that is a failure. */
const missing = REDIS_MISSING !== undefined && CI !== "true";
const token = "a token of the test";

type Front = Awaited<ReturnType<typeof startRedisFront>>;

describe.skipIf(missing)(`the HTTP front of a Redis of one's own ${REDIS_MISSING ?? ""}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-redis-"));
  let server: ChildProcess;
  let port: number;
  let front: Front;

  beforeAll(async () => {
    port = await freePort();
    server = startRedis();
    front = await startRedisFront({
      redis: new URL(`redis://127.0.0.1:${port}`),
      token,
      host: "127.0.0.1",
      port: 0,
    });
    await vi.waitFor(async () => expect(await answers()).toBe(200), { timeout: 10_000 });
  });

  afterAll(async () => {
    await front.stop();
    await ended();
    rmSync(folder, { recursive: true, force: true });
  });

  function startRedis() {
    const options = ["--port", String(port), "--save", "", "--bind", "127.0.0.1", "--dir", folder];
    return spawn(REDIS_SERVER ?? "redis-server", options, { stdio: "ignore" });
  }

  async function ended() {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGKILL");
    await gone;
  }

  const answers = async () => (await fetch(front.url)).status;
  const client = () => new Redis({ url: front.url, token, retry: false, enableTelemetry: false });

  it("lets the limiter's own script count: of 20 at once, 5 are let through", async () => {
    const limiter = new Ratelimit({
      redis: client(),
      limiter: Ratelimit.slidingWindow(5, "60 s"),
      timeout: 0,
      ephemeralCache: false,
    });
    const verdicts = await Promise.all(Array.from({ length: 20 }, () => limiter.limit("one client")));
    expect(verdicts.filter(({ success }) => success)).toHaveLength(5);
  });

  it("gives back what was put in, byte for byte, alone and in a pipeline", async () => {
    const redis = client();
    const text = "“Fernleigh” · 6 Wattle St\r\n$-1\r\n";
    expect(await redis.set("text", text)).toBe("OK");
    expect(await redis.get("text")).toBe(text);
    expect(await redis.pipeline().get("text").incr("count").get("nothing").exec()).toEqual([text, 1, null]);
  });

  it("says what Redis refuses", async () => {
    await expect(client().incr("text")).rejects.toThrow("not an integer");
  });

  it("refuses whoever lacks the token", async () => {
    const body = JSON.stringify(["GET", "text"]);
    const other = { method: "POST", body, headers: { authorization: "Bearer another" } };
    expect((await fetch(front.url, other)).status).toBe(401);
    expect((await fetch(front.url, { method: "POST", body })).status).toBe(401);
  });

  it("answers 502 while Redis is away, and works again once it is back", async () => {
    await ended();
    expect(await answers()).toBe(502);
    server = startRedis();
    await expect.poll(answers, { timeout: 10_000 }).toBe(200);
    expect(await client().set("text", "back")).toBe("OK");
  });
});
