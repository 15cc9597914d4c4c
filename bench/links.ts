import { createHash, randomBytes } from "node:crypto";
import { driver } from "@/db/client";
import { startSession } from "@/lib/auth/session";
import { peekLink } from "@/lib/links/link";
import { tokenRing } from "@/lib/links/ring";
import { mintToken, readToken } from "@/lib/links/token";
import { perSecond, takeTurns } from "./measure";
import { startPeer } from "./peer";
import { type Row, rateRow } from "./table";
import { issueSignIn, memberAddress, type World } from "./world";

const rounds = 5;
const aRound = 600;

/** P1 and P2: links are issued and then spent in this process, ten at a time, by the product, a peer, and one raw statement each. */
export async function measureLinks(world: World): Promise<Row[]> {
  const peer = await startPeer(world.members.length);
  const tokens = { ours: [] as string[], peer: [] as string[], raw: [] as string[] };
  const numbers = (round: number) => Array.from({ length: aRound }, (_, n) => round * aRound + n);
  const keep = (whose: keyof typeof tokens, issue: (n: number) => Promise<string>) => (round: number) =>
    perSecond(numbers(round), async (n) => {
      tokens[whose][n] = await issue(n);
    });
  const issued = await takeTurns(rounds, {
    ours: keep("ours", (n) => issueSignIn(world, n)),
    peer: keep("peer", (n) => peer.issue(`${n}.${memberAddress(n % world.members.length)}`)),
    raw: keep("raw", (n) => issueRaw(world, n)),
  });
  const spendAll =
    (whose: keyof typeof tokens, spend: (token: string) => Promise<unknown>) => (round: number) =>
      perSecond(
        numbers(round).map((n) => tokens[whose][n] ?? ""),
        spend,
      );
  const spent = await takeTurns(rounds, {
    ours: spendAll("ours", spendOurs),
    peer: spendAll("peer", peer.spend),
    raw: spendAll("raw", spendRaw),
  });
  await peer.stop();
  const against = (reached: typeof spent, name: string, whose: "peer" | "raw", atLeast: number) => ({
    name,
    ours: reached.ours,
    theirs: reached[whose],
    atLeast,
  });
  return [
    rateRow("P1", "spend a link", against(spent, "better-auth magicLinkVerify", "peer", 8)),
    rateRow("P1", "spend a link", against(spent, "one raw statement", "raw", 0.5)),
    rateRow("P2", "issue a link", against(issued, "better-auth signInMagicLink", "peer", 4)),
    rateRow("P2", "issue a link", against(issued, "one raw statement", "raw", 0.5)),
  ];
}

/** From the token to the session, as a tap does it. */
async function spendOurs(token: string) {
  const read = readToken(token, tokenRing());
  const link = read && (await peekLink(read.hash));
  const started =
    link &&
    (await startSession(link, { nonce: randomBytes(32).toString("hex"), device: "Chrome on Android" }));
  if (!started?.ok || !started.value.spent) throw new Error("A link was not spent.");
}

async function issueRaw({ tenantId, members }: World, n: number): Promise<string> {
  const { token, hash } = mintToken("staff-sign-in", tokenRing());
  await driver()`
    with link as (
      insert into links (tenant_id, purpose, class, member_id, channel, address, expires_at)
      values (${tenantId}, 'staff-sign-in', 'single-use', ${members[n % members.length] ?? ""}, 'copy', ${memberAddress(n)}, now() + interval '15 minutes')
      returning tenant_id, id
    ), token as (
      insert into link_tokens (hash, tenant_id, link_id) select ${hash}, tenant_id, id from link
    )
    insert into events (tenant_id, kind, actor, link_id) select tenant_id, 'link.issued', 'system', id from link`;
  return token;
}

async function spendRaw(token: string) {
  const spent = await driver()`
    with spent as (
      update links l set spent_at = now(), opened_at = now() from link_tokens k
      where k.hash = ${createHash("sha256").update(token).digest()} and l.tenant_id = k.tenant_id and l.id = k.link_id and l.spent_at is null
      returning l.tenant_id, l.id, l.member_id, l.address
    ), session as (
      insert into sessions (tenant_id, id_hash, kind, member_id, address, device_family, link_id, expires_at, ends_at)
      select tenant_id, ${randomBytes(32)}, 'staff', member_id, address, 'Chrome on Android', id, now() + interval '7 days', now() + interval '180 days'
      from spent returning tenant_id, id, link_id
    )
    insert into events (tenant_id, kind, actor, link_id, session_id)
    select tenant_id, 'link.spent', 'member', link_id, id from session`;
  if (spent.count !== 1) throw new Error("A link was not spent.");
}
