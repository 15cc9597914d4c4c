import { and, eq, isNull, sql } from "drizzle-orm";
import { gate, inTenant, type TenantScope } from "@/db/client";
import { idempotencyKeys } from "@/db/schema/auth";
import { log } from "@/lib/log";
import { refuse } from "@/lib/outcome";
import { sha256 } from "@/lib/sha256";
import { problem } from "./problem";

type Once = { holder: string; key: string; fingerprint: string };

/** A claim that was not renewed for a minute is a dead process’s. */
const renewEveryMs = 15_000;

/**
 * Runs a request once per key: the same key again gets the first answer, byte for byte; the same key with another body
 * is refused, and so is one whose first request is still running, however long it takes. A key belongs to one session or
 * one link. Where the process dies between the work and its answer, the same key does the work again after a minute.
 */
export async function once(
  scope: TenantScope,
  asked: Once,
  run: () => Promise<Response>,
  everyMs = renewEveryMs,
): Promise<Response> {
  if (asked.key.length === 0 || asked.key.length > 200)
    return problem(refuse("invalid", { field: "Idempotency-Key" }));
  const requestHash = sha256(asked.fingerprint);
  const known = await claim(scope, asked, requestHash);
  if (known) {
    if (!known.requestHash.equals(requestHash)) return problem(refuse("key-reused"));
    return known.status === null ? problem(refuse("busy")) : replay(known.status, known.body);
  }
  const renewing = setInterval(() => void renew(scope, asked), everyMs);
  try {
    const response = await run().catch(async (error: unknown) => {
      await free(scope, asked);
      throw error;
    });
    await (isForLater(response) ? free(scope, asked) : keep(scope, asked, response));
    return response;
  } finally {
    clearInterval(renewing);
  }
}

/** To be told to come back is no answer: the key is free for the next try. */
const isForLater = ({ status, headers }: Response) => status >= 500 || headers.has("retry-after");

async function keep(scope: TenantScope, asked: Once, response: Response): Promise<void> {
  const contentType = response.headers.get("content-type") ?? "";
  const kept = { status: response.status, body: { contentType, text: await response.clone().text() } };
  await inTenant(scope, (tx) => tx.update(idempotencyKeys).set(kept).where(running(asked)));
}

function replay(status: number, body: unknown): Response {
  const { contentType, text } = body as { contentType: string; text: string };
  return new Response(text, {
    status,
    headers: {
      "content-type": contentType,
      "cache-control": "private, no-store",
      "idempotent-replay": "true",
    },
  });
}

const free = (scope: TenantScope, asked: Once) =>
  inTenant(scope, (tx) => tx.delete(idempotencyKeys).where(running(asked)));

/** A renewal that fails is made up for by the next: three may before the claim is lost. */
const renew = (scope: TenantScope, asked: Once) =>
  inTenant(scope, (tx) =>
    tx.update(idempotencyKeys).set({ createdAt: sql`now()` }).where(running(asked)),
  ).catch((error) => log.warn({ err: error }, "a claim was not renewed"));

const running = (asked: Once) => and(ofKey(asked), isNull(idempotencyKeys.status));

const ofKey = ({ holder, key }: Once) =>
  and(eq(idempotencyKeys.holder, holder), eq(idempotencyKeys.key, key));

/** Takes the key for this request, or says what is known of it. A request that died a minute ago left its key free. */
async function claim(scope: TenantScope, asked: Once, requestHash: Buffer) {
  return inTenant(scope, async (tx) => {
    const [claimed] = await tx
      .insert(idempotencyKeys)
      .values({ holder: asked.holder, key: asked.key, requestHash })
      .onConflictDoUpdate({
        target: [idempotencyKeys.tenantId, idempotencyKeys.holder, idempotencyKeys.key],
        set: { createdAt: sql`now()`, requestHash },
        setWhere: sql`${idempotencyKeys.status} is null and ${idempotencyKeys.createdAt} < now() - interval '1 minute'`,
      })
      .returning({ key: idempotencyKeys.key });
    if (claimed) return undefined;
    const [known] = await tx.select().from(idempotencyKeys).where(ofKey(asked));
    return known;
  });
}

/** Keys are kept for a day. */
export async function sweepIdempotencyKeys(): Promise<void> {
  await gate().delete(idempotencyKeys).where(sql`${idempotencyKeys.createdAt} < now() - interval '1 day'`);
}
