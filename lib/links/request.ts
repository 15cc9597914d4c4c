import { and, eq, isNull, sql } from "drizzle-orm";
import { gate, type Tx } from "@/db/client";
import { linkRequests, links } from "@/db/schema/links";
import { members, tenants } from "@/db/schema/tenants";
import { queueMessage } from "@/lib/delivery/queue-message";
import { enqueue } from "@/lib/jobs/queue";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { sha256 } from "@/lib/sha256";
import { issueLink } from "./link";
import { messagesAnHour, type Purpose } from "./policy";

/** Who asks, as far as a stranger can be known: the address typed, and the browser that typed it. */
export type LinkRequest = { address: string; askedBy: Buffer; askedFrom: string };
export type LoginPurpose = "staff-sign-in" | "portal-login";

/**
 * "Send me a link": at most three in any rolling hour to one address, counted exactly under a lock. Whose address it is
 * is looked up later, by a job, so that members and strangers get the same answer after the same statements. Refuses with
 * the seconds until the next one may be asked for.
 */
export async function requestLink(purpose: LoginPurpose, request: LinkRequest): Promise<Outcome<null>> {
  const { address, askedBy, askedFrom } = request;
  return gate().transaction(async (tx) => {
    const waitSeconds = await secondsUntilNext(tx, purpose, address);
    if (waitSeconds > 0) return refuse("too-many-requests", { retryAfterSeconds: waitSeconds });
    const [asked] = await tx
      .insert(linkRequests)
      .values({ purpose, addressHash: sha256(address) })
      .returning({ id: linkRequests.id });
    if (!asked) throw new Error("A request was not stored.");
    const payload = { requestId: asked.id, address, askedBy: askedBy.toString("hex"), askedFrom };
    await enqueue(tx, "answer-request", payload, `request:${asked.id}`);
    return done(null);
  });
}

/**
 * The job that answers a request: a link for everyone who has that address, in each of their businesses, and nothing for
 * a stranger. The request is taken in the transaction that issues, so that a repeated job issues nothing twice.
 */
export async function answerRequest(requestId: string, request: LinkRequest): Promise<void> {
  await gate().transaction(async (tx) => {
    const [taken] = await tx
      .update(linkRequests)
      .set({ answeredAt: sql`now()` })
      .where(and(eq(linkRequests.id, requestId), isNull(linkRequests.answeredAt)))
      .returning();
    // Nobody has a portal to be let into yet, so every address at the clients' door is a stranger's.
    if (taken?.purpose !== "staff-sign-in") return;
    const known = await tx
      .select({ member: members, tenant: tenants })
      .from(members)
      .innerJoin(tenants, eq(tenants.id, members.tenantId))
      .where(and(eq(members.email, request.address), eq(members.active, true), isNull(tenants.closedAt)));
    for (const { member, tenant } of known)
      await sendSignIn(tx, member, tenant, { ...request, at: taken.askedAt });
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
 * the same address waits in line here, so that a hundred at once are counted one by one. A request counts once, however
 * many links answer it; links that the office sends count each, and links that it copies are no messages.
 */
export async function secondsUntilNext(tx: Tx, purpose: Purpose, address: string): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${purpose} ${address}`}, 0))`);
  const [row] = await tx.execute<{ wait: number | null }>(sql`
    select ceil(extract(epoch from asked_at + interval '1 hour' - clock_timestamp()))::int as wait from (
      select issued_at as asked_at from ${links}
      where purpose = ${purpose} and address = ${address} and issued_at > clock_timestamp() - interval '1 hour'
        and asked_by is null and channel <> 'copy'
      union all
      select asked_at from ${linkRequests}
      where purpose = ${purpose} and address_hash = ${sha256(address)} and asked_at > clock_timestamp() - interval '1 hour'
    ) asked order by asked_at desc offset ${messagesAnHour - 1} limit 1`);
  return Math.max(0, row?.wait ?? 0);
}
