import { and, asc, eq, sql } from "drizzle-orm";
import { inTenant, listInTenant } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { record } from "@/lib/events/record";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isUuid } from "@/lib/uuid";
import type { ContractorChoice } from "@/lib/work-orders/views";
import { phoneWords } from "./address";

export type Contact = typeof contacts.$inferSelect;

export type ContractorDetails = {
  name: string;
  company: string | null;
  trade: string | null;
  email: string | null;
  phone: string | null;
  prefers: "email" | "sms";
  active: boolean;
};

/** Every contractor of this business by company, narrowed to a search of name, company or trade. */
export async function listContractors(scope: StaffScope, search = ""): Promise<Contact[]> {
  const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return listInTenant(scope, (tx) =>
    tx
      .select()
      .from(contacts)
      .where(
        and(
          eq(contacts.kind, "contractor"),
          sql`(${contacts.name} || ' ' || coalesce(${contacts.company}, '') || ' ' || coalesce(${contacts.trade}, '')) ilike ${like}`,
        ),
      )
      .orderBy(asc(sql`coalesce(${contacts.company}, ${contacts.name})`))
      .limit(500),
  );
}

export async function readContractor(scope: StaffScope, id: string): Promise<Outcome<Contact>> {
  if (!isUuid(id)) return refuse("not-found");
  return inTenant(scope, async (tx) => {
    const [found] = await tx
      .select()
      .from(contacts)
      .where(and(eq(contacts.id, id), eq(contacts.kind, "contractor")));
    return found ? done(found) : refuse("not-found");
  });
}

/** Adds a contractor, or changes one. Refuses one that could not be reached at all. */
export async function saveContractor(
  scope: StaffScope,
  id: string | null,
  details: ContractorDetails,
): Promise<Outcome<Contact>> {
  if (!details.email && !details.phone) {
    return refuse("invalid", {
      field: "phone",
      sentence: "Add a mobile number or an e-mail address, so that a job can reach them.",
    });
  }
  return inTenant(scope, async (tx) => {
    const [saved] = id
      ? await tx
          .update(contacts)
          .set(details)
          .where(and(eq(contacts.id, id), eq(contacts.kind, "contractor")))
          .returning()
      : await tx
          .insert(contacts)
          .values({ ...details, kind: "contractor" })
          .returning();
    if (!saved) return refuse("not-found");
    await record(tx, {
      ...doerOf(scope),
      tenantId: scope.tenantId,
      kind: id ? "contact.edited" : "contact.created",
      contactId: saved.id,
      detail: { name: saved.company ?? saved.name, active: saved.active ? 1 : 0 },
    });
    return done(saved);
  });
}

/**
 * The contractors that an order may be dispatched to: those of its trade first, then by how many jobs they did, with what
 * is known of how fast they answer. One who declined this order stands last and says so.
 */
export async function contractorChoices(
  scope: StaffScope,
  orderId: string | null,
  trade: string | null,
): Promise<ContractorChoice[]> {
  type Row = Omit<ContractorChoice, "firstName" | "phoneWords" | "note"> & {
    usualMinutes: number | null;
    declinedAt: string | null;
  };
  const rows = await inTenant(scope, (tx) =>
    tx.execute<Row>(sql`
      select c.id, coalesce(c.company, c.name) as company, c.name, c.trade, c.email, c.phone, c.prefers, c.active,
        done.jobs::int as jobs, done.minutes::float8 as "usualMinutes", declined.at as "declinedAt",
        declined.at is not null as "declinedThis"
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
      order by declined.at is not null, c.trade is distinct from ${trade}::text, done.jobs desc, company limit 200`),
  );
  return rows.map(({ usualMinutes, declinedAt, ...row }) => ({
    ...row,
    firstName: row.name.split(" ")[0] ?? row.name,
    phoneWords: phoneWords(row.phone),
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
