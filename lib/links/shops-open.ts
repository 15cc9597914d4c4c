import { type SQL, sql } from "drizzle-orm";
import { isStillAt } from "./person";

/**
 * The links that share the message of this one and still let their holder in to a shop's portal, as `k` with their
 * business as `b` and contact as `c`: each shop ends its own, and nobody else's.
 */
export const shopsOpenBy = (linkId: SQL, columns: SQL = sql`1`): SQL => sql`
  select ${columns} from links k
    join tenants b on b.id = k.tenant_id and b.closed_at is null
    join contacts c on c.tenant_id = k.tenant_id and c.id = k.contact_id and c.active and c.portal_access
  where (k.id = ${linkId} or k.sent_with = ${linkId}) and k.retired_at is null and k.spent_at is null and k.discarded_at is null
    and ${isStillAt(sql`k.address`)}`;
