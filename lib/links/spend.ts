import { and, isNull, type SQL, sql } from "drizzle-orm";
import { gate } from "@/db/client";
import { links } from "@/db/schema/links";
import { type Doer, record, theSystem } from "@/lib/events/record";
import { lockMessage, ofOneMessage, type Peeked } from "./link";
import { isStillAt, personAt } from "./person";
import { type Purpose, policy } from "./policy";

/** Which link is spent: the one that the message carried, and which of those that share it was chosen. */
export type Spend = { linkId: string; chosenId: string; purpose: Purpose };

/** The session that a spend starts: its secret's hash, and what binds it to one browser. */
export type Arrival = { sessionHash: Buffer; spentBy: Buffer; deviceFamily: string };
export type Spent = { linkId: string; tenantId: string; sessionId: string };

/**
 * Spends: one guarded statement takes the link, starts the session and writes the audit rows. It locks the holder's
 * row, so that a deactivation at the same moment wins or is seen. Where several shops share the link, the one that was
 * chosen gets the session and the others' links are put away. The session of a link that the office had in hand says so.
 * No row means no: the caller refuses, without asking why.
 */
export async function spendLink(
  { linkId, chosenId, purpose }: Spend,
  arrival: Arrival,
): Promise<Spent | undefined> {
  const needsPortal = policy[purpose].needs === "active-with-portal";
  const taken = sql`spent_at = case when l.id = ${chosenId} then now() end,
    discarded_at = case when l.id = ${chosenId} then null::timestamptz else now() end, spent_by = ${arrival.spentBy}`;
  const rows = await gate().execute<Spent>(sql`
    with holder as materialized (${holderOf({ linkId, chosenId, purpose })}), lead as (
      update links l set ${taken}, opened_at = coalesce(l.opened_at, now())
      from holder
      where l.id = ${linkId} and l.purpose = ${purpose} and l.class = 'single-use' and l.spent_at is null
        and l.discarded_at is null and l.retired_at is null and l.expires_at > now()
        and not exists (select 1 from documents d where d.id = l.document_id and d.closed_at is not null)
      returning l.id, l.tenant_id, l.address, l.channel, l.document_id
    ), other as (
      update links l set ${taken} from lead where l.sent_with = lead.id and l.spent_at is null and l.discarded_at is null
      returning l.id, l.tenant_id, l.contact_id
    ), session as (
      insert into sessions (tenant_id, id_hash, kind, member_id, contact_id, address, device_family, link_id, needs_portal, office_saw_link, expires_at, ends_at)
      select h.tenant_id, ${arrival.sessionHash}, ${policy[purpose].holder === "member" ? "staff" : "client"}, h.member_id, h.contact_id,
        lead.address, ${arrival.deviceFamily}, ${chosenId}, ${needsPortal},
        h.member_id is null and lead.channel = 'copy', now() + h.days * interval '1 day', now() + interval '180 days'
      from lead, holder h returning tenant_id, id, link_id, member_id, contact_id
    ), told as (
      insert into events (tenant_id, kind, actor, actor_id, actor_name, link_id, contact_id, session_id, document_id, detail)
      select s.tenant_id, 'link.spent', case when s.member_id is null then 'contact' else 'member' end,
        coalesce(s.member_id, s.contact_id), h.name, s.link_id, s.contact_id, s.id, lead.document_id,
        jsonb_build_object('device', ${arrival.deviceFamily}::text, 'purpose', ${purpose}::text)
      from session s, holder h, lead
      union all
      select put.tenant_id, 'link.discarded', 'system', null, '', put.id, put.contact_id, null, null, '{"reason": "other-shop-chosen"}'::jsonb
      from (select id, tenant_id, contact_id from other union all
        select l.id, l.tenant_id, l.contact_id from links l join lead on lead.id = l.id) put
      where put.id <> ${chosenId}
    )
    select link_id as "linkId", tenant_id as "tenantId", id as "sessionId" from session`);
  return rows[0];
}

function holderOf({ linkId, chosenId, purpose }: Spend): SQL {
  const chosen = sql`select 1 from links k where k.id = ${chosenId} and (k.id = ${linkId} or k.sent_with = ${linkId})
    and k.retired_at is null and k.spent_at is null and k.discarded_at is null`;
  if (policy[purpose].holder === "member") {
    return sql`select m.tenant_id, m.id as member_id, null::uuid as contact_id, m.name, t.staff_session_days as days
      from members m join tenants t on t.id = m.tenant_id and t.closed_at is null
      where m.active and m.id = (select k.member_id from links k where k.id = ${linkId}) and exists (${chosen}) for share of m`;
  }
  const address = sql`(select k.address from links k where k.id = ${linkId})`;
  const portal = policy[purpose].needs === "active-with-portal" ? sql`and c.portal_access` : sql``;
  return sql`select c.tenant_id, null::uuid as member_id, c.id as contact_id, t.client_session_days as days,
      ${personAt(address)} as name
    from contacts c join tenants t on t.id = c.tenant_id and t.closed_at is null
    where c.active ${portal} and ${isStillAt(address)} and c.id = (select k.contact_id from links k where k.id = ${chosenId}) and exists (${chosen}) for share of c`;
}

/**
 * The session of a spend whose answer was lost: the same browser may ask again for two minutes, for what it chose, and
 * nobody else.
 */
export async function spentJustNowBy(
  linkId: string,
  spentBy: Buffer,
  chosenId: string | null = null,
): Promise<boolean> {
  const rows = await gate().execute(
    sql`select 1 from links l join links chosen on chosen.id = coalesce(${chosenId}::uuid, l.id) or (${chosenId}::uuid is null and chosen.sent_with = l.id)
      where l.id = ${linkId} and chosen.spent_by = ${spentBy} and chosen.spent_at > now() - interval '2 minutes'`,
  );
  return rows.length > 0;
}

/** A link that was opened by somebody who is in already: it is put away, and the session goes on. */
export async function discardLink(link: Peeked, by: Doer): Promise<void> {
  await gate().transaction(async (tx) => {
    await lockMessage(tx, link);
    const put = await tx
      .update(links)
      .set({ discardedAt: sql`now()` })
      .where(and(ofOneMessage(link.id), isNull(links.spentAt), isNull(links.discardedAt)))
      .returning({ id: links.id, tenantId: links.tenantId, contactId: links.contactId });
    for (const { id, tenantId, contactId } of put) {
      // Another shop that shares the message learns nothing of where its client was.
      const isTheirs = tenantId === link.tenantId;
      await record(tx, {
        ...(isTheirs ? by : theSystem),
        tenantId,
        contactId,
        kind: "link.discarded",
        linkId: id,
        documentId: isTheirs ? (link.document?.id ?? null) : null,
        detail: { reason: isTheirs ? "already-in" : "other-shop-chosen" },
      });
    }
  });
}
