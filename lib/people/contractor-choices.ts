import { sql } from "drizzle-orm";
import { listInTenant } from "@/db/client";
import { phoneWords } from "@/lib/address";
import type { StaffScope } from "@/lib/auth/scope";
import type { ContractorChoice } from "@/lib/work-orders/views";
import { likeOf } from "./list-page";
import { officeCountry } from "./phone";

/** Which order is dispatched, its trade, and the words that somebody looks for. */
type For = { orderId: string; trade: string | null; q?: string };

/** The most that are shown at once; the others are found by their words. */
export const mostChoices = 200;

/**
 * The contractors that an order may be dispatched to: those of its trade first, then by how many jobs they did, with what
 * is known of how fast they answer. One who declined this order stands last and says so. Whoever has it now is among them.
 */
export async function contractorChoices(
  scope: StaffScope,
  { orderId, trade, q = "" }: For,
): Promise<ContractorChoice[]> {
  type Row = Omit<ContractorChoice, "firstName" | "phoneWords" | "note"> & {
    place: string;
    usualMinutes: number | null;
    declinedAt: string | null;
  };
  const country = await officeCountry(scope);
  const rows = await listInTenant(scope, (tx) =>
    tx.execute<Row>(sql`
      select * from (select c.id, coalesce(c.company, c.name) as company, c.name, c.trade, c.email, c.phone, c.prefers, c.active,
        done.jobs::int as jobs, done.minutes::float8 as "usualMinutes", declined.at as "declinedAt",
        declined.at is not null as "declinedThis",
        row_number() over (order by declined.at is not null, c.trade is distinct from ${trade}::text, done.jobs desc,
          coalesce(c.company, c.name)) as place
      from contacts c
      cross join lateral (
        select count(*) as jobs,
          percentile_cont(0.5) within group (order by extract(epoch from accepted_at - dispatched_at) / 60)
            filter (where accepted_at >= dispatched_at) as minutes
        from (select accepted_at, dispatched_at from work_orders w where w.contractor_id = c.id
          and w.dispatched_at is not null order by w.number desc limit 50) recent
      ) done
      left join lateral (
        select max(e.at) as at from events e where e.work_order_id = ${orderId}::uuid and e.kind = 'work-order.declined' and e.contact_id = c.id
      ) declined on true
      where c.kind = 'contractor' and c.active
        and (c.name || ' ' || coalesce(c.company, '') || ' ' || coalesce(c.trade, '')) ilike ${likeOf({ q })}
      ) choice
      where place <= ${mostChoices} or id = (select contractor_id from work_orders where id = ${orderId}::uuid)
      order by place`),
  );
  return rows.map(({ usualMinutes, declinedAt, place: _, ...row }) => ({
    ...row,
    firstName: row.name.split(" ")[0] ?? row.name,
    phoneWords: phoneWords(row.phone, country),
    note: declinedAt
      ? "Declined this job"
      : usualMinutes === null
        ? ""
        : `Usually accepts within ${usual(usualMinutes)}`,
  }));
}

function usual(minutes: number): string {
  if (minutes < 60) return `${Math.max(1, Math.ceil(minutes))} min`;
  const hours = Math.ceil(minutes / 60);
  return `${hours} hour${hours === 1 ? "" : "s"}`;
}
