import { createHash } from "node:crypto";
import postgres from "postgres";

/** As many connections as the product has. */
const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 10, onnotice: () => {} });

/** A job by its token, in one join: no limits, no key, no tenancy. */
export async function readJob(token) {
  const hash = createHash("sha256").update(token).digest();
  const [job] = await sql`
    select w.number, w.status, w.title, w.scope, w.ceiling_cents, w.scheduled_for, w.on_site_at, w.completed_at, w.version,
      p.street, p.suburb, p.state, p.postcode, p.access_notes, p.occupant_name, p.occupant_phone, p.time_zone,
      t.name as agency, t.logo, t.brand_colour, m.name as manager, m.phone as manager_phone, m.email as manager_email,
      c.name as contractor, c.company, l.expires_at
    from link_tokens k
    join links l on l.tenant_id = k.tenant_id and l.id = k.link_id and l.expires_at > now() and l.retired_at is null
    join work_orders w on w.tenant_id = l.tenant_id and w.id = l.work_order_id
    join properties p on p.tenant_id = w.tenant_id and p.id = w.property_id
    join tenants t on t.id = w.tenant_id
    join members m on m.tenant_id = w.tenant_id and m.id = w.manager_id
    left join contacts c on c.tenant_id = w.tenant_id and c.id = w.contractor_id
    where k.hash = ${hash}`;
  return job;
}
