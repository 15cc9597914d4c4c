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

/**
 * Whether the place of signee `s` is still that person's of contact `c`: a partner of another name is another person, unless
 * their name was only corrected.
 */
export const isStillSignee: SQL = sql`(s.person = 'primary' or s.name = c.partner_name or s.name = any(c.partner_once))`;

/** The contracts that a person of a client signs, by their ids. Read first: a condition on each document would read them all. */
export const signedBy = ({ contactId, person }: { contactId: string; person: string }): SQL => sql`array(
  select s.document_id from contract_signees s join contacts c on c.tenant_id = s.tenant_id and c.id = s.contact_id
  where s.contact_id = ${contactId} and s.person = ${person} and ${isStillSignee})`;
