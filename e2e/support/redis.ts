import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/scripts/ports.mjs";
import { startRedisFront } from "@/scripts/redis-front";

const { REDIS_SERVER, REDIS_MISSING, CI } = process.env;

/** Why no Redis can be had on this machine. In CI that is no excuse: the tests then run, and fail. */
export const redisMissing = CI === "true" ? undefined : REDIS_MISSING;

/** A Redis of a test's own, and Upstash's HTTP front before it. */
export async function startRedis(token: string) {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-redis-"));
  const port = await freePort();
  const options = ["--port", String(port), "--save", "", "--bind", "127.0.0.1", "--dir", folder];
  const server = spawn(REDIS_SERVER ?? "redis-server", options, { stdio: "ignore" });
  const gone = new Promise((resolve) => server.once("exit", resolve).once("error", resolve));
  const redis = new URL(`redis://127.0.0.1:${port}`);
  const front = await startRedisFront({ redis, token, host: "127.0.0.1", port: 0 });
  const tell = async (...command: string[]): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}` };
    const told = await fetch(front.url, { method: "POST", headers, body: JSON.stringify(command) });
    return ((await told.json()) as { result?: unknown }).result;
  };
  const stop = async () => {
    await front.stop();
    server.kill("SIGKILL");
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const deadline = Date.now() + 10_000;
  while ((await tell("PING")) !== "PONG") {
    if (Date.now() > deadline) throw new Error("Redis did not answer within ten seconds.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { url: front.url, tell, stop };
}
