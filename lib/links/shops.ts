import { sql } from "drizzle-orm";
import { gate } from "@/db/client";
import { shopsOpenBy } from "./shops-open";

/** One of the businesses that share a sign-in link, and what waits there. */
export type ShopChoice = {
  /** Its own link, of those that share the message. */
  linkId: string;
  tenantId: string;
  name: string;
  logo: string;
  /** The title of what was sent last and still waits; null where nothing does. */
  waits: string | null;
};

/** The businesses that a link lets its holder choose from now, by name: those whose portal is still open to them. */
export async function shopsOf(linkId: string): Promise<ShopChoice[]> {
  const columns = sql`k.id as "linkId", b.id as "tenantId", b.name, b.logo,
    (select d.title from documents d where d.tenant_id = c.tenant_id and d.contact_id = c.id and d.sent_at is not null
      and d.closed_at is null order by d.sent_at desc limit 1) as waits`;
  return gate().execute<ShopChoice>(sql`${shopsOpenBy(sql`${linkId}`, columns)} order by b.name, k.id`);
}

/** Every link that shares a message, whatever became of it: a pick whose answer was lost is made again. */
export async function sharing(linkId: string): Promise<Pick<ShopChoice, "linkId" | "tenantId">[]> {
  return gate().execute<Pick<ShopChoice, "linkId" | "tenantId">>(
    sql`select id as "linkId", tenant_id as "tenantId" from links where id = ${linkId} or sent_with = ${linkId}`,
  );
}

/** Whether another business's portal is open to the same address. */
export async function isKnownElsewhere(address: string, tenantId: string): Promise<boolean> {
  const rows = await gate().execute(sql`
    select 1 from contacts c join tenants t on t.id = c.tenant_id and t.closed_at is null
    where c.tenant_id <> ${tenantId} and c.kind = 'client' and c.active and c.portal_access
      and (c.email = ${address} or c.phone = ${address} or c.partner_email = ${address} or c.partner_phone = ${address})
    limit 1`);
  return rows.length > 0;
}
