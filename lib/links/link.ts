import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { type Db, gate, type Tx } from "@/db/client";
import { links, linkTokens } from "@/db/schema/links";
import { type Doer, plain } from "@/lib/events/record";
import { isPartnerAt, isStillAt, personAt } from "./person";
import {
  type DocumentEnd,
  type DocumentKind,
  type LinkClass,
  type LinkSettings,
  type Purpose,
  termsOf,
} from "./policy";
import { shopsOpenBy } from "./shops-open";

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
  documentId?: string | null;
  /** The link whose message and token it shares. */
  sentWith?: string | null;
  /** The browser that asked, so that it opens there in one tap. */
  askedBy?: Buffer | null;
  askedFrom?: string | null;
  by: Doer;
  /** The moment of asking, where several links share one; the database's clock otherwise. */
  at?: Date;
  settings?: LinkSettings | undefined;
};

/** A link as it was issued: enough to mint its token. */
export type Issued = { id: string; tenantId: string; purpose: Purpose; class: LinkClass; expiresAt: Date };

/**
 * 1. Issues: a row that says who, why and what, and its happening, in one statement. There is no token yet; delivery
 * mints it.
 */
export async function issueLink(tx: Tx | Db, issue: Issue): Promise<Issued> {
  const { purpose, holder, by } = issue;
  const terms = termsOf(purpose, issue.settings);
  const at = sql`coalesce(${issue.at?.toISOString() ?? null}::timestamptz, clock_timestamp())`;
  const detail = JSON.stringify({ purpose, channel: holder.channel });
  const [row] = await tx.execute<{ id: string; expiresAt: string }>(sql`
    with moment as materialized (select ${at} as at), issued as (
      insert into links (tenant_id, purpose, class, contact_id, member_id, work_order_id, document_id, channel, address, sent_with, asked_by,
        asked_from, issued_at, expires_at)
      select ${holder.tenantId}::uuid, ${purpose}, ${terms.class}, ${holder.contactId}::uuid, ${holder.memberId}::uuid,
        ${issue.workOrderId ?? null}::uuid, ${issue.documentId ?? null}::uuid, ${holder.channel}, ${holder.address}, ${issue.sentWith ?? null}::uuid,
        ${issue.askedBy ?? null}::bytea, ${issue.askedFrom ?? null}, at, at + ${terms.ttlMs} * interval '1 ms'
      from moment returning tenant_id, id, contact_id, work_order_id, document_id, expires_at
    ), told as (
      insert into events (tenant_id, kind, actor, actor_id, actor_name, link_id, contact_id, work_order_id, document_id, detail)
      select tenant_id, 'link.issued', ${by.actor}, ${by.actorId}::uuid, ${plain(by.actorName)}, id, contact_id, work_order_id, document_id, ${detail}::text::jsonb
      from issued
    )
    select id, expires_at as "expiresAt" from issued`);
  if (!row) throw new Error("A link was not stored.");
  const { id, expiresAt } = row;
  return { id, tenantId: holder.tenantId, purpose, class: terms.class, expiresAt: new Date(expiresAt) };
}

/** What a look at a link finds: whose it is, what it opens, and whether it still does. */
export type Peeked = {
  id: string;
  tenantId: string;
  purpose: Purpose;
  contactId: string | null;
  memberId: string | null;
  workOrderId: string | null;
  document: { id: string; kind: DocumentKind; title: string; closedAs: DocumentEnd | null } | null;
  class: LinkClass;
  channel: "email" | "sms" | "copy";
  address: string;
  /** The person at that address: a client's partner is a person of their own. */
  holderName: string;
  isPartner: boolean;
  /** Whether its client has a portal. */
  portal: boolean;
  expiresAt: Date;
  openedAt: Date | null;
  askedBy: Buffer | null;
  /** settled: what it leads to is paid, void or otherwise over. */
  state: "open" | "spent" | "discarded" | "retired" | "settled" | "expired" | "holder-inactive";
};

const peekColumns = sql`
  l.id, l.tenant_id as "tenantId", l.purpose, l.contact_id as "contactId", l.member_id as "memberId",
  l.work_order_id as "workOrderId", l.class, l.channel, l.address, l.expires_at as "expiresAt", l.opened_at as "openedAt",
  l.asked_by as "askedBy", coalesce(${personAt(sql`l.address`)}, m.name) as "holderName",
  ${isPartnerAt(sql`l.address`)} as "isPartner", coalesce(c.portal_access, false) as portal,
  case when d.id is not null then jsonb_build_object('id', d.id, 'kind', d.kind, 'title', d.title, 'closedAs', d.closed_as) end as document,
  case
    when l.retired_at is not null then 'retired'
    when l.spent_at is not null then 'spent'
    when l.discarded_at is not null then 'discarded'
    when d.closed_at is not null then 'settled'
    when l.expires_at <= now() then 'expired'
    when l.purpose = 'portal-login' then case when exists (${shopsOpenBy(sql`l.id`)}) then 'open' else 'holder-inactive' end
    when t.closed_at is not null or not coalesce(c.active, m.active) or not ${isStillAt(sql`l.address`)} then 'holder-inactive'
    when l.purpose = 'portal-invitation' and not c.portal_access then 'holder-inactive'
    else 'open'
  end as state`;

const peekTables = sql`
  links l
  join tenants t on t.id = l.tenant_id
  left join contacts c on c.tenant_id = l.tenant_id and c.id = l.contact_id
  left join members m on m.tenant_id = l.tenant_id and m.id = l.member_id
  left join documents d on d.tenant_id = l.tenant_id and d.id = l.document_id`;

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
    sql`select ${peekColumns} from ${peekTables} where l.asked_by = ${askedBy} and l.sent_with is null and l.expires_at > now() order by l.issued_at desc limit 6`,
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

/**
 * Locks the link that leads a message before those that share it, as everybody does who changes several: whoever began
 * with another of them would wait for one who waits for him.
 */
export async function lockMessage(tx: Tx, { id, purpose }: Pick<Peeked, "id" | "purpose">): Promise<void> {
  if (purpose === "portal-login")
    await tx.execute(sql`select 1 from ${links} where id = ${id} for no key update`);
}

/** A link and those that share its message and token: what becomes of the message becomes of them all. */
export const ofOneMessage = (linkId: string): SQL | undefined =>
  or(eq(links.id, linkId), eq(links.sentWith, linkId));

/** Whether a token's hash is one of this link's: how a retried delivery finds out that the first one arrived. */
export async function isTokenOf(linkId: string, hash: Buffer): Promise<boolean> {
  const found = await gate()
    .select({ id: linkTokens.linkId })
    .from(linkTokens)
    .where(and(eq(linkTokens.linkId, linkId), eq(linkTokens.hash, hash)));
  return found.length > 0;
}
