import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { gate, type Tx } from "@/db/client";
import { links, strangerRequests } from "@/db/schema/links";
import { members, tenants } from "@/db/schema/tenants";
import { queueMessage } from "@/lib/delivery/queue-message";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { issueLink } from "./link";
import { messagesAnHour, type Purpose } from "./policy";

/** Who asks, as far as a stranger can be known: the address typed, and the browser that typed it. */
export type LinkRequest = { address: string; askedBy: Buffer; askedFrom: string };

/**
 * "Send me a link to sign in": the same answer for members and strangers, and at most three in any rolling hour to one
 * address, counted exactly under a lock. Refuses with the seconds until the next one may be asked for.
 */
export async function requestStaffSignIn(request: LinkRequest): Promise<Outcome<{ issued: number }>> {
  return gate().transaction(async (tx) => {
    const waitSeconds = await secondsUntilNext(tx, "staff-sign-in", request.address);
    if (waitSeconds > 0) return refuse("too-many-requests", { retryAfterSeconds: waitSeconds });
    const known = await tx
      .select({ member: members, tenant: tenants })
      .from(members)
      .innerJoin(tenants, eq(tenants.id, members.tenantId))
      .where(
        and(eq(members.email, request.address), eq(members.active, true), sql`${tenants.closedAt} is null`),
      );
    if (known.length === 0) {
      await tx
        .insert(strangerRequests)
        .values({ purpose: "staff-sign-in", addressHash: hashed(request.address) });
    }
    const at = await clockNow(tx);
    for (const { member, tenant } of known) await sendSignIn(tx, member, tenant, { ...request, at });
    return done({ issued: known.length });
  });
}

/**
 * "Send me a link" at the clients' door. Nobody has a portal to be let into yet, so every address is a stranger's: it is
 * counted, answered like any other, and sent nothing.
 */
export async function requestPortalLogin(request: LinkRequest): Promise<Outcome<{ issued: number }>> {
  return gate().transaction(async (tx) => {
    const waitSeconds = await secondsUntilNext(tx, "portal-login", request.address);
    if (waitSeconds > 0) return refuse("too-many-requests", { retryAfterSeconds: waitSeconds });
    await tx
      .insert(strangerRequests)
      .values({ purpose: "portal-login", addressHash: hashed(request.address) });
    return done({ issued: 0 });
  });
}

type Member = typeof members.$inferSelect;
type Tenant = typeof tenants.$inferSelect;

async function sendSignIn(tx: Tx, member: Member, tenant: Tenant, request: LinkRequest & { at: Date }) {
  const link = await issueLink(tx, {
    purpose: "staff-sign-in",
    holder: {
      tenantId: tenant.id,
      memberId: member.id,
      contactId: null,
      channel: "email",
      address: member.email,
    },
    askedBy: request.askedBy,
    askedFrom: request.askedFrom,
    at: request.at,
    by: { actor: "member", actorId: member.id, actorName: member.name },
    ttlSettings: tenant.linkTtlMs,
  });
  await queueMessage(tx, {
    tenantId: tenant.id,
    kind: "staff-sign-in",
    channel: "email",
    address: member.email,
    memberId: member.id,
    linkId: link.id,
    detail: {
      agency: tenant.name,
      zone: tenant.timeZone,
      from: request.askedFrom,
      askedAt: request.at.toISOString(),
    },
  });
}

/**
 * Seconds until one more message of this purpose may go to this address; 0 when it may go now. Everyone who asks for
 * the same address waits in line here, so that a hundred at once are counted one by one. One request that reaches a
 * person in two businesses counts once.
 */
export async function secondsUntilNext(tx: Tx, purpose: Purpose, address: string): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${purpose} ${address}`}, 0))`);
  const [row] = await tx.execute<{ wait: number | null }>(sql`
    select ceil(extract(epoch from asked_at + interval '1 hour' - clock_timestamp()))::int as wait from (
      select distinct issued_at as asked_at from ${links}
      where purpose = ${purpose} and address = ${address} and issued_at > clock_timestamp() - interval '1 hour'
      union all
      select asked_at from ${strangerRequests}
      where purpose = ${purpose} and address_hash = ${hashed(address)} and asked_at > clock_timestamp() - interval '1 hour'
    ) asked order by asked_at desc offset ${messagesAnHour - 1} limit 1`);
  return Math.max(0, row?.wait ?? 0);
}

/** The database's clock, read once the lock is held: one request that reaches two businesses is one moment. */
async function clockNow(tx: Tx): Promise<Date> {
  const [row] = await tx.execute<{ at: string }>(sql`select clock_timestamp() as at`);
  return new Date(row?.at ?? Number.NaN);
}

const hashed = (address: string) => createHash("sha256").update(address).digest();
