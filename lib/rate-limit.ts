import { Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import { driver } from "@/db/client";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { sha256 } from "@/lib/sha256";

/** What is limited: how many in which window. */
export const limits = {
  /** Every public endpoint, per client address. */
  public: { most: 30, windowMs: 60_000 },
  /** The same endpoints, per valid link: a neighbour behind the same address cannot block a job. */
  "public-link": { most: 30, windowMs: 60_000 },
  /** A job's photos and files, per client address and per link, and a document's, per reader: a page shows eight and more. */
  files: { most: 240, windowMs: 60_000 },
  /** Choosing on a selection sheet, per client: two requests a second, for each choice shows its page anew. */
  choosing: { most: 120, windowMs: 60_000 },
  /** Asking for a sign-in link, per client address; the three an hour are counted over the links themselves. */
  "ask-for-link": { most: 10, windowMs: 60_000 },
} as const;

export type LimitName = keyof typeof limits;
export type Verdict = {
  limit: LimitName;
  allowed: boolean;
  most: number;
  remaining: number;
  retryAfterSeconds: number;
};

/**
 * Counts one use of `key` and says whether it is within the limit. With Upstash configured it asks there, for at most
 * 300 ms; when that is slow or gone it asks Postgres, which counts the same way, and never lets everything through.
 */
export async function withinLimit(name: LimitName, key: string): Promise<Verdict> {
  const hashed = sha256(`${name}\n${key}`).toString("base64url");
  const redis = upstash(name);
  if (redis) {
    try {
      const { success, remaining, reset, reason } = await redis.limit(hashed);
      // Upstash's own limiter lets through what it could not count in time.
      if (reason === "timeout") throw new Error("Redis took too long.");
      return verdict(name, success, remaining, reset - Date.now());
    } catch (error) {
      log.warn(
        { err: error instanceof Error ? { name: error.name } : {} },
        "limiter: Redis did not answer, Postgres counts",
      );
    }
  }
  return withinPostgresLimit(name, hashed);
}

/** The weighted sliding window of one statement: it writes only what it allows. */
async function withinPostgresLimit(name: LimitName, key: string): Promise<Verdict> {
  const { most, windowMs } = limits[name];
  const rows = await driver()<{ used: number }[]>`
    with clock as (select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms)
    insert into request_counts as r (key, window_number, current, previous, expires_at_ms)
    select ${key}, ms / ${windowMs}, 1, 0, ms + 2 * ${windowMs} from clock
    on conflict (key) do update set
      previous = case excluded.window_number - r.window_number when 0 then r.previous when 1 then r.current else 0 end,
      current = case excluded.window_number - r.window_number when 0 then r.current else 0 end + 1,
      window_number = excluded.window_number,
      expires_at_ms = excluded.expires_at_ms
    where floor(
      (1 - ((select ms from clock) % ${windowMs})::float8 / ${windowMs})
        * case excluded.window_number - r.window_number when 0 then r.previous when 1 then r.current else 0 end
    ) + case excluded.window_number - r.window_number when 0 then r.current else 0 end < ${most}
    returning current as used`;
  const used = rows[0]?.used;
  const untilNextWindow = windowMs - (Date.now() % windowMs);
  return verdict(name, used !== undefined, most - (used ?? most), untilNextWindow);
}

function verdict(name: LimitName, allowed: boolean, remaining: number, waitMs: number): Verdict {
  return {
    limit: name,
    allowed,
    most: limits[name].most,
    remaining: Math.max(0, remaining),
    retryAfterSeconds: allowed ? 0 : Math.max(1, Math.ceil(waitMs / 1000)),
  };
}

/** For one count, however many questions to Redis it takes. */
const redisPatienceMs = 300;

const upstashLimiters = new Map<LimitName, Ratelimit>();

function upstash(name: LimitName): Ratelimit | undefined {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env();
  if (!url || !token) return undefined;
  let limiter = upstashLimiters.get(name);
  if (!limiter) {
    const { most, windowMs } = limits[name];
    limiter = new Ratelimit({
      redis: new Redis({
        url,
        token,
        retry: false,
        signal: () => AbortSignal.timeout(redisPatienceMs),
        enableTelemetry: false,
      }),
      limiter: Ratelimit.slidingWindow(most, `${windowMs} ms`),
      prefix: `latchkey:${name}`,
      timeout: redisPatienceMs,
      ephemeralCache: false,
    });
    upstashLimiters.set(name, limiter);
  }
  return limiter;
}

/** Clients that sent forged links, those whose minute began first standing first. */
const forged = new Map<string, { startedMs: number; count: number }>();
const mostForgers = 10_000;

/** Counts a client that sends forged links, in this process alone: refusing those costs no query. */
export function withinForgedLimit(key: string, nowMs: number): Verdict {
  const { most, windowMs } = limits.public;
  let seen = forged.get(key);
  if (!seen || nowMs - seen.startedMs >= windowMs) {
    seen = { startedMs: nowMs, count: 0 };
    forged.delete(key);
    forged.set(key, seen);
    forgetOldest(nowMs - windowMs);
  }
  seen.count += 1;
  return verdict("public", seen.count <= most, most - seen.count, seen.startedMs + windowMs - nowMs);
}

function forgetOldest(beforeMs: number) {
  for (const [key, { startedMs }] of forged) {
    if (startedMs > beforeMs && forged.size <= mostForgers) return;
    forged.delete(key);
  }
}

/** Counts whose window has passed weigh nothing. */
export async function sweepRequestCounts(): Promise<void> {
  await driver()`delete from request_counts where expires_at_ms < extract(epoch from now()) * 1000`;
}
