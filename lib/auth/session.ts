import { createHmac } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import { gate } from "@/db/client";
import { sessions } from "@/db/schema/auth";
import { env } from "@/lib/env";
import { plain, record } from "@/lib/events/record";
import type { Peeked } from "@/lib/links/link";
import { isPartnerAt, personAt } from "@/lib/links/person";
import { type Spent, spendLink, spentJustNowBy } from "@/lib/links/spend";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { sha256 } from "@/lib/sha256";
import type { Role } from "./scope";

/** A session as its row says it is now. */
export type Current = {
  id: string;
  tenantId: string;
  kind: "staff" | "client";
  memberId: string | null;
  contactId: string | null;
  address: string;
  name: string;
  /** Whether that is the partner of its contact. */
  isPartner: boolean;
  role: Role | null;
  /** Whether its client has a portal; without one they see the documents that were addressed to them. */
  portal: boolean;
  /** Whether the office had the link in hand that began it. */
  officeSawLink: boolean;
};

/**
 * A session's secret is made from the browser's own nonce, by key: the one browser that spent the link can make it
 * again when the answer was lost, and nobody else can.
 */
function secretFor(linkId: string, nonce: string): string {
  const key = env().SESSION_KEYS[0];
  if (!key) throw new Error("There is no session key.");
  return createHmac("sha256", key.secret).update(`session/v1\n${linkId}\n${nonce}`).digest("hex");
}

/** The browser that enters: its own nonce, its family, and the shop's link where several share one message. */
export type Entering = { nonce: string; device: string; chosenId?: string | undefined };

/**
 * Starts a session by spending a single-use link; the same browser may repeat it for two minutes and gets the same one.
 * Refuses with "link-dead" whatever the cause. Answers with the secret that goes into the sealed cookie.
 */
export async function startSession(
  link: Peeked,
  { nonce, device, chosenId }: Entering,
): Promise<Outcome<{ secret: string; spent: Spent | null }>> {
  const secret = secretFor(link.id, nonce);
  const spentBy = sha256(nonce);
  const spend = { linkId: link.id, chosenId: chosenId ?? link.id, purpose: link.purpose };
  const spent = await spendLink(spend, { sessionHash: sha256(secret), spentBy, deviceFamily: device });
  if (spent) return done({ secret, spent });
  if (await spentJustNowBy(link.id, spentBy, chosenId)) return done({ secret, spent: null });
  await record(gate(), {
    tenantId: link.tenantId,
    kind: "link.refused",
    actor: "system",
    actorId: null,
    actorName: "",
    linkId: link.id,
    contactId: link.contactId,
    detail: { state: link.state, device },
  });
  return refuse("link-dead");
}

/**
 * Who a session's secret lets in now. The row decides, on every request: not revoked, not expired, its person and its
 * business active, and the same family of browser as when it began: another is noted, and told that it is another.
 */
export async function currentSession(
  secret: string,
  device: string,
): Promise<Current | "wrong-device" | undefined> {
  const [row] = await gate().execute<Row>(sql`
    select s.id, s.tenant_id as "tenantId", s.kind, s.member_id as "memberId", s.contact_id as "contactId", s.address,
      coalesce(m.name, ${personAt(sql`s.address`)}) as name, m.role, coalesce(c.portal_access, false) as portal,
      ${isPartnerAt(sql`s.address`)} as "isPartner", s.office_saw_link as "officeSawLink", s.device_family as "deviceFamily", s.expires_at as "expiresAt",
      s.last_seen_at < now() - interval '1 hour' as stale
    from sessions s
    join tenants t on t.id = s.tenant_id and t.closed_at is null
    left join members m on m.tenant_id = s.tenant_id and m.id = s.member_id
    left join contacts c on c.tenant_id = s.tenant_id and c.id = s.contact_id
    where s.id_hash = ${sha256(secret)} and s.revoked_at is null and s.expires_at > now() and s.ends_at > now()
      and coalesce(m.active, c.active) and (not s.needs_portal or c.portal_access)`);
  if (!row) return undefined;
  if (row.deviceFamily !== device) {
    await refuseOtherDevice(row, device);
    return "wrong-device";
  }
  if (row.stale) await slide(row);
  return row;
}

/** Noted once an hour for each other family: a copied cookie must not be able to fill the trail. */
async function refuseOtherDevice({ tenantId, id, contactId, name }: Current, device: string) {
  await gate().execute(sql`
    insert into events (tenant_id, kind, actor, actor_name, session_id, contact_id, detail)
    select ${tenantId}::uuid, 'session.refused', 'system', ${plain(name)}, ${id}::uuid, ${contactId}::uuid, jsonb_build_object('device', ${device}::text)
    where not exists (select 1 from events e where e.tenant_id = ${tenantId}::uuid and e.at > now() - interval '1 hour'
      and e.kind = 'session.refused' and e.session_id = ${id}::uuid and e.detail ->> 'device' = ${device})`);
}

/** `expiresAt` as the database wrote it, to the microsecond. */
type Row = Current & { deviceFamily: string; stale: boolean; expiresAt: string };

/**
 * At most one write an hour moves the end on; it never passes the absolute one. Where the end was moved meanwhile, as by an
 * office that shortens its sessions, that stands.
 */
async function slide({ id, expiresAt }: Row) {
  await gate().execute(sql`
    update sessions s set last_seen_at = now(),
      expires_at = least(s.ends_at, now() + case s.kind when 'staff' then t.staff_session_days else t.client_session_days end * interval '1 day')
    from tenants t
    where s.id = ${id} and s.expires_at = ${expiresAt}::timestamptz and t.id = s.tenant_id and s.last_seen_at < now() - interval '1 hour'`);
}

type Ended = Pick<Current, "id" | "kind" | "tenantId" | "contactId" | "memberId" | "name">;

/** Ends the session that this secret names, at once and everywhere. Says whose it was: undefined where it had ended. */
export async function endSession(secret: string): Promise<"staff" | "client" | undefined> {
  return gate().transaction(async (tx) => {
    const [ended] = await tx.execute<Ended>(sql`
      update sessions s set revoked_at = now() where s.id_hash = ${sha256(secret)} and s.revoked_at is null
      returning s.id, s.kind, s.tenant_id as "tenantId", s.contact_id as "contactId", s.member_id as "memberId",
        coalesce((select m.name from members m where m.tenant_id = s.tenant_id and m.id = s.member_id),
          (select ${personAt(sql`s.address`)} from contacts c where c.tenant_id = s.tenant_id and c.id = s.contact_id)) as name`);
    if (!ended) return undefined;
    const { id, tenantId, memberId, contactId, name } = ended;
    await record(tx, {
      tenantId,
      kind: "session.ended",
      actor: memberId ? "member" : "contact",
      actorId: memberId ?? contactId,
      actorName: name,
      sessionId: id,
      contactId,
    });
    return ended.kind;
  });
}

/** Whether a session still lets in: asked by what stays open for long. */
export async function isAlive(id: string): Promise<boolean> {
  const rows = await gate().execute(sql`
    select 1 from sessions s
    join tenants t on t.id = s.tenant_id and t.closed_at is null
    left join members m on m.tenant_id = s.tenant_id and m.id = s.member_id
    where s.id = ${id} and s.revoked_at is null and s.expires_at > now() and s.ends_at > now() and coalesce(m.active, true)`);
  return rows.length > 0;
}

/** Deletes, in batches, sessions that ended 90 days ago: until then the trail leads somewhere. Says how many it deleted. */
export async function sweepSessions(batch = 1000): Promise<number> {
  const over = gate()
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      sql`least(${sessions.expiresAt}, ${sessions.endsAt}, ${sessions.revokedAt}) < now() - interval '90 days'`,
    )
    .limit(batch)
    .for("update", { skipLocked: true });
  const gone = await gate().delete(sessions).where(inArray(sessions.id, over)).returning({ id: sessions.id });
  return gone.length;
}
