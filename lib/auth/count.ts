import { done, type Outcome, refuse } from "@/lib/outcome";
import { type LimitName, withinLimit } from "@/lib/rate-limit";
import { clientAddress } from "./client-address";
import { readCookie } from "./cookies";

/** Counts a request of nobody in particular, by its client's address. Refuses with "too-many-requests". */
export async function countClient(headers: Headers, limit: LimitName = "public"): Promise<Outcome<null>> {
  const verdict = await withinLimit(limit, clientAddress(headers));
  return verdict.allowed ? done(null) : refuse("too-many-requests", verdict);
}

/**
 * Counts one use of a link that is ours: refused only when its client and the link itself are both over their limit, so
 * that a neighbour behind the same address cannot block it. Refuses with "too-many-requests".
 */
export async function countLink(headers: Headers, hash: Buffer, limit?: "files"): Promise<Outcome<null>> {
  const [byClient, byLink] = await Promise.all([
    withinLimit(limit ?? "public", clientAddress(headers)),
    withinLimit(limit ?? "public-link", hash.toString("base64url")),
  ]);
  return byClient.allowed || byLink.allowed ? done(null) : refuse("too-many-requests", byClient);
}

/** What whoever holds something of ours has a limit of their own for: a public request unless said. */
export type OwnLimit = Exclude<LimitName, "public" | "ask-for-link">;

/**
 * Counts a request by its client's address; one who holds a session or a link of ours has a limit of their own beside it,
 * as a link has. Refuses with "too-many-requests".
 */
export async function countReader(headers: Headers, limit: OwnLimit = "public-link"): Promise<Outcome<null>> {
  const counted = await countClient(headers);
  const held = counted.ok ? undefined : await whatIsHeld();
  const own = held === undefined ? undefined : await withinLimit(limit, held);
  return own?.allowed ? done(null) : counted;
}

/** What a browser has that was sealed here: nobody can make another. */
async function whatIsHeld(): Promise<string | undefined> {
  return (
    (await readCookie("sid"))?.secret ??
    (await readCookie("pass"))?.linkIds[0] ??
    (await readCookie("lnk"))?.linkId
  );
}
