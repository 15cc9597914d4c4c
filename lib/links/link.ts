import { and, eq, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import { type Db, gate, type Tx } from "@/db/client";
import { linkRequests, links, linkTokens } from "@/db/schema/links";
import { type Doer, plain, record, theSystem } from "@/lib/events/record";
import { type Purpose, policy, ttlMs } from "./policy";

/** Whom a link is for, by which way and under which address it reaches them. */
export type Holder = {
  tenantId: string;
  contactId: string | null;
  memberId: string | null;
  channel: "email" | "sms" | "copy";
  address: string;
};

type Issue = {
  purpose: Purpose;
  holder: Holder;
  workOrderId?: string | null;
  /** The browser that asked, so that it opens there in one tap. */
  askedBy?: Buffer | null;
  askedFrom?: string | null;
  by: Doer;
  /** The moment of asking, where several links share one; the database's clock otherwise. */
  at?: Date;
  ttlSettings?: Record<string, number>;
};

/** A link as it was issued: enough to mint its token. */
export type Issued = { id: string; tenantId: string; purpose: Purpose; expiresAt: Date };

/**
 * 1. Issues: a row that says who, why and what, and its happening, in one statement. There is no token yet; delivery
 * mints it.
 */
export async function issueLink(tx: Tx | Db, issue: Issue): Promise<Issued> {
  const { purpose, holder, by } = issue;
  const lifeMs = ttlMs(purpose, issue.ttlSettings);
  const at = sql`coalesce(${issue.at?.toISOString() ?? null}::timestamptz, clock_timestamp())`;
  const detail = JSON.stringify({ purpose, channel: holder.channel });
  const [row] = await tx.execute<{ id: string; expiresAt: string }>(sql`
    with moment as materialized (select ${at} as at), issued as (
      insert into links (tenant_id, purpose, contact_id, member_id, work_order_id, channel, address, asked_by, asked_from, issued_at, expires_at)
      select ${holder.tenantId}::uuid, ${purpose}, ${holder.contactId}::uuid, ${holder.memberId}::uuid, ${issue.workOrderId ?? null}::uuid,
        ${holder.channel}, ${holder.address}, ${issue.askedBy ?? null}::bytea, ${issue.askedFrom ?? null}, at, at + ${lifeMs} * interval '1 ms'
      from moment returning tenant_id, id, contact_id, work_order_id, expires_at
    ), told as (
      insert into events (tenant_id, kind, actor, actor_id, actor_name, link_id, contact_id, work_order_id, detail)
      select tenant_id, 'link.issued', ${by.actor}, ${by.actorId}::uuid, ${plain(by.actorName)}, id, contact_id, work_order_id, ${detail}::text::jsonb
      from issued
    )
    select id, expires_at as "expiresAt" from issued`);
  if (!row) throw new Error("A link was not stored.");
  return { id: row.id, tenantId: holder.tenantId, purpose, expiresAt: new Date(row.expiresAt) };
}

/** What a look at a link finds: whose it is, what it opens, and whether it still does. */
export type Peeked = {
  id: string;
  tenantId: string;
  purpose: Purpose;
  contactId: string | null;
  memberId: string | null;
  workOrderId: string | null;
  channel: "email" | "sms" | "copy";
  address: string;
  holderName: string;
  expiresAt: Date;
  openedAt: Date | null;
  askedBy: Buffer | null;
  state: "open" | "spent" | "discarded" | "retired" | "expired" | "holder-inactive";
};

const peekColumns = sql`
  l.id, l.tenant_id as "tenantId", l.purpose, l.contact_id as "contactId", l.member_id as "memberId",
  l.work_order_id as "workOrderId", l.channel, l.address, l.expires_at as "expiresAt", l.opened_at as "openedAt",
  l.asked_by as "askedBy", coalesce(c.name, m.name) as "holderName",
  case
    when l.retired_at is not null then 'retired'
    when l.spent_at is not null then 'spent'
    when l.discarded_at is not null then 'discarded'
    when l.expires_at <= now() then 'expired'
    when t.closed_at is not null or not coalesce(c.active, m.active) then 'holder-inactive'
    else 'open'
  end as state`;

const peekTables = sql`
  links l
  join tenants t on t.id = l.tenant_id
  left join contacts c on c.tenant_id = l.tenant_id and c.id = l.contact_id
  left join members m on m.tenant_id = l.tenant_id and m.id = l.member_id`;

/** 2. Peeks: looks a token's hash up and changes nothing. Undefined when no row is known. */
export async function peekLink(hash: Buffer): Promise<Peeked | undefined> {
  const rows = await gate().execute<Raw>(
    sql`select ${peekColumns} from link_tokens k join ${peekTables} on l.tenant_id = k.tenant_id and l.id = k.link_id where k.hash = ${hash}`,
  );
  return rows[0] && fromRaw(rows[0]);
}

/** Looks a link up by its id, for what was sealed into a cookie after a first look. */
export async function peekLinkById(id: string): Promise<Peeked | undefined> {
  const rows = await gate().execute<Raw>(sql`select ${peekColumns} from ${peekTables} where l.id = ${id}`);
  return rows[0] && fromRaw(rows[0]);
}

/** Links that this browser asked for and that a typed code may still open, newest first. */
export async function linksAskedBy(askedBy: Buffer): Promise<Peeked[]> {
  const rows = await gate().execute<Raw>(
    sql`select ${peekColumns} from ${peekTables} where l.asked_by = ${askedBy} and l.expires_at > now() order by l.issued_at desc limit 6`,
  );
  return rows.map(fromRaw);
}

type Raw = Record<string, unknown>;

function fromRaw(raw: Raw): Peeked {
  const peeked = raw as unknown as Peeked;
  return {
    ...peeked,
    expiresAt: new Date(peeked.expiresAt),
    openedAt: peeked.openedAt && new Date(peeked.openedAt),
  };
}

/** The session that a spend starts: its secret's hash, and what binds it to one browser. */
export type Arrival = { sessionHash: Buffer; spentBy: Buffer; deviceFamily: string };
export type Spent = { linkId: string; tenantId: string; sessionId: string };

/**
 * 3. Spends: one guarded statement takes the link, starts the session and writes the audit rows. It locks the holder's
 * row, so that a deactivation at the same moment wins or is seen. No row means no: the caller refuses, without asking why.
 */
export async function spendLink(
  linkId: string,
  purpose: Purpose,
  arrival: Arrival,
): Promise<Spent | undefined> {
  const rows = await gate().execute<Spent>(sql`
    with holder as materialized (${holderOf(linkId, purpose)}), spent as (
      update links l set spent_at = now(), spent_by = ${arrival.spentBy}, opened_at = coalesce(l.opened_at, now())
      from holder h
      where l.tenant_id = h.tenant_id and l.id = ${linkId} and l.purpose = ${purpose} and l.spent_at is null
        and l.discarded_at is null and l.retired_at is null and l.expires_at > now()
      returning l.tenant_id, l.id, l.contact_id, l.member_id, l.address, h.name, h.days
    ), session as (
      insert into sessions (tenant_id, id_hash, kind, member_id, contact_id, address, device_family, link_id, expires_at, ends_at)
      select tenant_id, ${arrival.sessionHash}, case when member_id is null then 'client' else 'staff' end, member_id,
        contact_id, address, ${arrival.deviceFamily}, id, now() + days * interval '1 day', now() + interval '180 days'
      from spent returning tenant_id, id, link_id
    ), told as (
      insert into events (tenant_id, kind, actor, actor_id, actor_name, link_id, contact_id, session_id, detail)
      select s.tenant_id, 'link.spent', case when s.member_id is null then 'contact' else 'member' end,
        coalesce(s.member_id, s.contact_id), s.name, s.id, s.contact_id, n.id, jsonb_build_object('device', ${arrival.deviceFamily}::text)
      from spent s join session n on n.link_id = s.id
    )
    select link_id as "linkId", tenant_id as "tenantId", id as "sessionId" from session`);
  return rows[0];
}

function holderOf(linkId: string, purpose: Purpose): SQL {
  if (policy[purpose].holder === "member") {
    return sql`select m.tenant_id, m.name, t.staff_session_days as days from members m join tenants t on t.id = m.tenant_id and t.closed_at is null
      where m.active and m.id = (select member_id from links where id = ${linkId}) for share of m`;
  }
  const portal = policy[purpose].needs === "active-with-portal" ? sql`and c.portal_access` : sql``;
  return sql`select c.tenant_id, c.name, t.client_session_days as days from contacts c join tenants t on t.id = c.tenant_id and t.closed_at is null
    where c.active ${portal} and c.id = (select contact_id from links where id = ${linkId}) for share of c`;
}

/** The session of a spend whose answer was lost: the same browser may ask again for two minutes, nobody else. */
export async function spentJustNowBy(linkId: string, spentBy: Buffer): Promise<boolean> {
  const rows = await gate().execute(
    sql`select 1 from links where id = ${linkId} and spent_by = ${spentBy} and spent_at > now() - interval '2 minutes'`,
  );
  return rows.length > 0;
}

/** A link that was opened by somebody who is in already: it is put away, and the session goes on. */
export async function discardLink(link: Peeked, by: Doer): Promise<void> {
  await gate().transaction(async (tx) => {
    const put = await tx
      .update(links)
      .set({ discardedAt: sql`now()` })
      .where(and(eq(links.id, link.id), isNull(links.spentAt), isNull(links.discardedAt)))
      .returning({ id: links.id });
    if (put.length > 0)
      await record(tx, { ...by, tenantId: link.tenantId, kind: "link.discarded", linkId: link.id });
  });
}

/** 4. Retires every live link of one purpose to a work order; what they opened stays shut from the next request on. */
export async function retireLinks(
  tx: Tx,
  which: { tenantId: string; purpose: Purpose; workOrderId: string },
  reason: "re-dispatched" | "cancelled",
): Promise<number> {
  const retired = await tx
    .update(links)
    .set({ retiredAt: sql`now()`, retiredReason: reason })
    .where(
      and(
        eq(links.purpose, which.purpose),
        eq(links.workOrderId, which.workOrderId),
        isNull(links.retiredAt),
      ),
    )
    .returning({ id: links.id });
  for (const { id } of retired) {
    await record(tx, {
      ...theSystem,
      tenantId: which.tenantId,
      kind: "link.retired",
      linkId: id,
      workOrderId: which.workOrderId,
      detail: { reason },
    });
  }
  return retired.length;
}

/** 5. Sweeps: deletes, in batches, links that have been dead for 90 days. Says how many; repeat until it is none. */
export async function sweepLinks(batch = 1000): Promise<number> {
  const dead = gate()
    .select({ id: links.id })
    .from(links)
    .where(lt(links.expiresAt, sql`now() - interval '90 days'`))
    .limit(batch)
    .for("update", { skipLocked: true });
  const gone = await gate().delete(links).where(inArray(links.id, dead)).returning({ id: links.id });
  return gone.length;
}

/** Whether a token's hash is one of this link's: how a retried delivery finds out that the first one arrived. */
export async function isTokenOf(linkId: string, hash: Buffer): Promise<boolean> {
  const found = await gate()
    .select({ id: linkTokens.linkId })
    .from(linkTokens)
    .where(and(eq(linkTokens.linkId, linkId), eq(linkTokens.hash, hash)));
  return found.length > 0;
}

/** Requests matter for an hour; a day is kept. */
export async function sweepLinkRequests(): Promise<void> {
  await gate().delete(linkRequests).where(lt(linkRequests.askedAt, sql`now() - interval '1 day'`));
}
