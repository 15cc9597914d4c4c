import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@/scripts/ports.mjs";
import { startNode } from "@/scripts/run.mjs";

const next = "node_modules/next/dist/bin/next";

/** Starts the product as in production, at the address that its links are made for; answers with it. */
export async function startProduct(): Promise<string> {
  const origin = process.env.APP_ORIGIN ?? "";
  startNode([next, "start", "-p", new URL(origin).port], { env: { DATABASE_OWNER_URL: undefined } });
  return answering(origin, "/api/health");
}

/** Starts the bare app: the same Next with next to nothing in it. */
export async function startBare(): Promise<string> {
  const port = await freePort();
  startNode([next, "start", "bench/bare", "-p", String(port)]);
  return answering(`http://localhost:${port}`, "/constant/x");
}

async function answering(origin: string, path: string): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${origin}${path}`).catch(() => undefined);
    if (answer) return origin;
    await pause(100);
  }
  throw new Error(`No server answered at ${origin}.`);
}
