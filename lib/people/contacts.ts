import { and, asc, eq, sql } from "drizzle-orm";
import { inTenant, listInTenant, type Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { record } from "@/lib/events/record";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isUuid } from "@/lib/uuid";
import { changesOf, inWords } from "./client-changes";
import { type Asked, type Listed, likeOf, listed, pageSize } from "./list-page";
import { homeCountry, readPhone } from "./phone";

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

const goesBy = sql<string>`coalesce(${contacts.company}, ${contacts.name})`;

/** One page of this business's contractors by company, narrowed to a search of name, company or trade. */
export async function listContractors(scope: StaffScope, asked: Asked = {}): Promise<Listed<Contact>> {
  const rows = await listInTenant(scope, (tx) =>
    tx
      .select()
      .from(contacts)
      .where(
        and(
          eq(contacts.kind, "contractor"),
          sql`(${contacts.name} || ' ' || coalesce(${contacts.company}, '') || ' ' || coalesce(${contacts.trade}, '')) ilike ${likeOf(asked)}`,
          asked.after
            ? sql`(${goesBy}, ${contacts.id}) > (select coalesce(c.company, c.name), c.id from contacts c where c.id = ${asked.after}::uuid)`
            : undefined,
        ),
      )
      .orderBy(asc(goesBy), asc(contacts.id))
      .limit(pageSize + 1),
  );
  return listed(rows);
}

/** The trades of this business's contractors, each once. */
export async function listTrades(scope: StaffScope): Promise<string[]> {
  const rows = await listInTenant(scope, (tx) =>
    tx
      .selectDistinct({ trade: contacts.trade })
      .from(contacts)
      .where(eq(contacts.kind, "contractor"))
      .orderBy(asc(contacts.trade)),
  );
  return rows.flatMap(({ trade }) => (trade ? [trade] : []));
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

/** Adds a contractor, or changes one. Refuses one that could not be reached at all, and a number that is none. */
export async function saveContractor(
  scope: StaffScope,
  id: string | null,
  details: ContractorDetails,
): Promise<Outcome<Contact>> {
  if (!details.email && !details.phone) {
    return refuse("invalid", {
      field: "phone",
      sentence: "Add a mobile number or an email address, so that a job can reach them.",
    });
  }
  return inTenant(scope, async (tx) => {
    const phone = await readPhone(tx, details.phone, "phone");
    if (!phone.ok) return phone;
    const values = { ...details, phone: phone.value };
    const before = id ? await lockContractor(tx, id) : null;
    if (before === undefined) return refuse("not-found");
    const [saved] = before
      ? await tx.update(contacts).set(values).where(eq(contacts.id, before.id)).returning()
      : await tx
          .insert(contacts)
          .values({ ...values, kind: "contractor" })
          .returning();
    if (!saved) throw new Error("A contractor was not stored.");
    const told = before ? changesOf(before, saved, await homeCountry(tx)) : [];
    await record(tx, {
      ...doerOf(scope),
      tenantId: scope.tenantId,
      kind: before ? "contact.edited" : "contact.created",
      contactId: saved.id,
      detail: {
        name: saved.company ?? saved.name,
        active: saved.active ? 1 : 0,
        ...(told.length > 0 && { changed: inWords(told) }),
      },
    });
    return done(saved);
  });
}

async function lockContractor(tx: Tx, id: string): Promise<Contact | undefined> {
  const which = and(eq(contacts.id, id), eq(contacts.kind, "contractor"));
  const [contractor] = await tx.select().from(contacts).where(which).for("no key update");
  return contractor;
}
