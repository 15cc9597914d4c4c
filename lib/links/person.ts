import { type SQL, sql } from "drizzle-orm";

/** Whether contact `c` may be met at that address: one of a client's four, or any that a contractor was reached at. */
export const isStillAt = (address: SQL): SQL =>
  sql`(c.kind <> 'client' or coalesce(${address} in (c.email, c.phone, c.partner_email, c.partner_phone), false))`;

/** Whether that address is the partner's, of contact `c`. */
export const isPartnerAt = (address: SQL): SQL =>
  sql`coalesce(${address} in (c.partner_email, c.partner_phone), false)`;

/**
 * The name of the person of contact `c` whose address that is: a client's partner is a person of their own. For statements
 * that join contacts as `c`.
 */
export const personAt = (address: SQL): SQL =>
  sql`case when ${isPartnerAt(address)} then coalesce(c.partner_name, c.name) else c.name end`;
