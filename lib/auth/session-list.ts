import { and, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { sessions } from "@/db/schema/auth";
import { record } from "@/lib/events/record";
import { isPartnerAt, personAt } from "@/lib/links/person";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { type ClientScope, doerOf, type Scope, type StaffScope } from "./scope";

/** One browser that is let in now, as the list of them shows it. */
export type ListedSession = {
  id: string;
  kind: "staff" | "client";
  person: string;
  memberId: string | null;
  contactId: string | null;
  /** "Chrome on macOS" */
  device: string;
  lastSeenAt: Date;
};

const alive = and(
  isNull(sessions.revokedAt),
  sql`${sessions.expiresAt} > now()`,
  sql`${sessions.endsAt} > now()`,
);

/** The most that a list shows: who looks for one more looks for its person. */
const mostListed = 200;

/** The sessions of this business that are alive, its people's and its clients', newest use first; or those of one client. */
export function listSessions(scope: StaffScope, contactId?: string): Promise<ListedSession[]> {
  return listAlive(scope, contactId ? sql`s.contact_id = ${contactId}` : sql`true`);
}

/** Where the client who asks is signed in, by e-mail or by phone: a partner's browsers are the partner's own. */
export function listOwnSessions(scope: ClientScope): Promise<ListedSession[]> {
  const { contactId, address } = scope.actor;
  const samePerson = sql`${isPartnerAt(sql`s.address`)} = ${isPartnerAt(sql`${address}::text`)}`;
  return listAlive(scope, sql`s.contact_id = ${contactId} and ${samePerson}`);
}

async function listAlive(scope: Scope, which: SQL): Promise<ListedSession[]> {
  const rows = await inTenant(scope, (tx) =>
    tx.execute<ListedSession>(sql`
      select s.id, s.kind, coalesce(m.name, ${personAt(sql`s.address`)}) as person, s.member_id as "memberId",
        s.contact_id as "contactId", s.device_family as device, s.last_seen_at as "lastSeenAt"
      from sessions s
      left join members m on m.tenant_id = s.tenant_id and m.id = s.member_id
      left join contacts c on c.tenant_id = s.tenant_id and c.id = s.contact_id
      where s.revoked_at is null and s.expires_at > now() and s.ends_at > now() and coalesce(m.active, c.active)
        and (not s.needs_portal or c.portal_access) and ${which}
      order by s.last_seen_at desc limit ${mostListed}`),
  );
  return rows.map((row) => ({ ...row, lastSeenAt: new Date(row.lastSeenAt) }));
}

/**
 * Ends one session of this business, or all but the asker's own. One's own may always be ended, a client's by whoever may
 * change things, a colleague's by an owner. Refuses with "not-found".
 */
export async function revokeSessions(
  scope: StaffScope,
  which: { id: string } | "all-others",
): Promise<Outcome<number>> {
  const { actor } = scope;
  const chosen = which === "all-others" ? ne(sessions.id, actor.sessionId) : eq(sessions.id, which.id);
  const own = eq(sessions.memberId, actor.memberId);
  const allowed = {
    owner: sql`true`,
    manager: or(own, eq(sessions.kind, "client")),
    viewer: own,
  };
  const ended = await inTenant(scope, (tx) => endThose(tx, scope, and(chosen, allowed[actor.role])));
  return ended === 0 && which !== "all-others" ? refuse("not-found") : done(ended);
}

/** Ends one of the asker's own sessions, or all but this one. Refuses with "not-found". */
export async function revokeOwnSessions(
  scope: ClientScope,
  which: { id: string } | "all-others",
): Promise<Outcome<number>> {
  const { contactId, address, sessionId } = scope.actor;
  const samePerson = sql`exists (select 1 from contacts c where c.id = ${contactId}
    and ${isPartnerAt(sql`${sessions.address}`)} = ${isPartnerAt(sql`${address}::text`)})`;
  const own = and(eq(sessions.contactId, contactId), samePerson);
  const chosen = which === "all-others" ? ne(sessions.id, sessionId) : eq(sessions.id, which.id);
  const ended = await inTenant(scope, (tx) => endThose(tx, scope, and(own, chosen)));
  return ended === 0 && which !== "all-others" ? refuse("not-found") : done(ended);
}

/**
 * Ends a client's sessions, in the transaction that takes away what let them in: all of them, those that only the portal
 * allowed, or those of one address. Says how many.
 */
export function endSessionsOf(
  tx: Tx,
  scope: StaffScope,
  contactId: string,
  which: "all" | "needing-portal" | { address: string },
): Promise<number> {
  const chosen =
    which === "all"
      ? undefined
      : which === "needing-portal"
        ? eq(sessions.needsPortal, true)
        : eq(sessions.address, which.address);
  return endThose(tx, scope, and(eq(sessions.contactId, contactId), chosen));
}

async function endThose(tx: Tx, scope: Scope, which: SQL | undefined): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(which, alive))
    .returning({ id: sessions.id, contactId: sessions.contactId, device: sessions.deviceFamily });
  for (const { id, contactId, device } of ended) {
    await record(tx, {
      ...doerOf(scope),
      tenantId: scope.tenantId,
      kind: "session.revoked",
      sessionId: id,
      contactId,
      detail: { device },
    });
  }
  return ended.length;
}
