import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { gate, inTenant, type TenantScope } from "@/db/client";
import { idempotencyKeys } from "@/db/schema/auth";
import { refuse } from "@/lib/outcome";
import { problem } from "./problem";

type Once = { holder: string; key: string; fingerprint: string };

/**
 * Runs a request once per key: the same key again gets the first answer, byte for byte; the same key with another body
 * is refused, and so is one whose first request is still running. A key belongs to one session or one link.
 */
export async function once(scope: TenantScope, asked: Once, run: () => Promise<Response>): Promise<Response> {
  if (asked.key.length === 0 || asked.key.length > 200)
    return problem(refuse("invalid", { field: "Idempotency-Key" }));
  const requestHash = createHash("sha256").update(asked.fingerprint).digest();
  const known = await claim(scope, asked, requestHash);
  if (known) {
    if (!known.requestHash.equals(requestHash)) return problem(refuse("key-reused"));
    if (known.status === null) return problem(refuse("busy"));
    const { contentType, text } = known.body as { contentType: string; text: string };
    return new Response(text, {
      status: known.status,
      headers: {
        "content-type": contentType,
        "cache-control": "private, no-store",
        "idempotent-replay": "true",
      },
    });
  }
  const response = await run().catch(async (error: unknown) => {
    await free(scope, asked);
    throw error;
  });
  const text = await response.clone().text();
  const kept = {
    status: response.status,
    body: { contentType: response.headers.get("content-type") ?? "", text },
  };
  if (response.status >= 500) await free(scope, asked);
  else await inTenant(scope, (tx) => tx.update(idempotencyKeys).set(kept).where(ofKey(asked)));
  return response;
}

/** A fault of ours is no answer: the key is free for the next try. */
const free = (scope: TenantScope, asked: Once) =>
  inTenant(scope, (tx) => tx.delete(idempotencyKeys).where(ofKey(asked)));

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
