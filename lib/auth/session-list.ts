import { and, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { inTenant, listInTenant, type Tx } from "@/db/client";
import { sessions } from "@/db/schema/auth";
import { plain } from "@/lib/events/record";
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

/** The most that a list shows at once. */
export const mostListed = 200;

export type SessionPage = {
  sessions: ListedSession[];
  /** How many there are altogether. */
  count: number;
  /** The last one shown, where there are more: the next page begins after it. */
  after: string | null;
};

/**
 * A page of the sessions of this business that are alive: the asker's own at the head of each page, then its people's,
 * then its clients', newest use first.
 */
export function pageOfSessions(
  scope: StaffScope,
  { after, most = mostListed }: { after?: string | undefined; most?: number },
): Promise<SessionPage> {
  return readAlive(scope, sql`true`, { after, most });
}

/** Where a client and their partner are signed in, newest use first. */
export async function listSessions(scope: StaffScope, contactId: string): Promise<ListedSession[]> {
  return (await readAlive(scope, sql`s.contact_id = ${contactId}`)).sessions;
}

/** Where one of the two people of a client is signed in, newest use first. */
export async function listSessionsOf(
  scope: StaffScope,
  { contactId, isPartner }: { contactId: string; isPartner: boolean },
): Promise<ListedSession[]> {
  const who = sql`${isPartnerAt(sql`s.address`)} = ${isPartner}`;
  return (await readAlive(scope, sql`s.contact_id = ${contactId} and ${who}`)).sessions;
}

/** Until when the session of the client who asks lasts if they don’t come back, and in which browser it is. */
export async function readOwnStay(scope: ClientScope): Promise<{ until: Date; device: string } | undefined> {
  const { expiresAt: until, deviceFamily: device } = sessions;
  const [stay] = await inTenant(scope, (tx) =>
    tx.select({ until, device }).from(sessions).where(eq(sessions.id, scope.actor.sessionId)),
  );
  return stay;
}

/**
 * Where the client who asks is signed in, by e-mail or by phone, this browser first: a partner's browsers are the
 * partner's own.
 */
export async function listOwnSessions(scope: ClientScope): Promise<ListedSession[]> {
  const { contactId, address } = scope.actor;
  const samePerson = sql`${isPartnerAt(sql`s.address`)} = ${isPartnerAt(sql`${address}::text`)}`;
  return (await readAlive(scope, sql`s.contact_id = ${contactId} and ${samePerson}`)).sessions;
}

type Read = { after?: string | undefined; most: number };

async function readAlive(
  scope: StaffScope | ClientScope,
  which: SQL,
  { after, most }: Read = { most: mostListed },
): Promise<SessionPage> {
  const rows = await listInTenant(scope, (tx) =>
    tx.execute<ListedSession & { count: number }>(sql`
      with living as (
        select s.id, s.kind, coalesce(m.name, ${personAt(sql`s.address`)}) as person, s.member_id as "memberId",
          s.contact_id as "contactId", s.device_family as device, s.last_seen_at as "lastSeenAt",
          s.id = ${scope.actor.sessionId} as own
        from sessions s
        left join members m on m.tenant_id = s.tenant_id and m.id = s.member_id
        left join contacts c on c.tenant_id = s.tenant_id and c.id = s.contact_id
        where s.revoked_at is null and s.expires_at > now() and s.ends_at > now() and coalesce(m.active, c.active)
          and (not s.needs_portal or c.portal_access) and ${which}
      )
      select id, kind, person, "memberId", "contactId", device, "lastSeenAt", (select count(*) from living)::int as count
      from living where own or ${after ? isAfter(after) : sql`true`}
      order by own desc, kind desc, "lastSeenAt" desc, id desc limit ${most + 1}`),
  );
  const shown = rows.slice(0, most);
  return {
    sessions: shown.map(({ count: _, ...row }) => ({ ...row, lastSeenAt: new Date(row.lastSeenAt) })),
    count: rows[0]?.count ?? 0,
    after: rows.length > most ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** “staff” comes after “client”, so one descending order holds for all three. */
const isAfter = (id: string): SQL =>
  sql`(kind, "lastSeenAt", id) < (select b.kind, b.last_seen_at, b.id from sessions b where b.id = ${id})`;

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

/** One statement, however many there are: it ends them and puts each on the record, with whose it was. */
async function endThose(tx: Tx, scope: Scope, which: SQL | undefined): Promise<number> {
  const { actor, actorId, actorName } = doerOf(scope);
  const [row] = await tx.execute<{ count: number }>(sql`
    with ended as (
      update sessions set revoked_at = now() where ${and(which, alive)}
      returning tenant_id, id, member_id, contact_id, address, device_family
    ), told as (
      insert into events (tenant_id, kind, actor, actor_id, actor_name, session_id, contact_id, detail)
      select s.tenant_id, 'session.revoked', ${actor}, ${actorId}::uuid, ${plain(actorName)}, s.id, s.contact_id,
        jsonb_build_object('device', s.device_family, 'person', coalesce(m.name, ${personAt(sql`s.address`)}))
      from ended s
      left join members m on m.tenant_id = s.tenant_id and m.id = s.member_id
      left join contacts c on c.tenant_id = s.tenant_id and c.id = s.contact_id
    )
    select count(*)::int as count from ended`);
  return row?.count ?? 0;
}
