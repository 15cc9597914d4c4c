import { and, asc, eq, sql } from "drizzle-orm";
import { inTenant, listInTenant, type Tx } from "@/db/client";
import { properties } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { record } from "@/lib/events/record";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isUuid } from "@/lib/uuid";
import { type Asked, type Listed, likeOf, listed, pageSize } from "./list-page";
import { readPhone } from "./phone";

export type Property = typeof properties.$inferSelect;

export type PropertyDetails = {
  street: string;
  suburb: string;
  state: string;
  postcode: string;
  timeZone: string | null;
  occupantName: string | null;
  occupantPhone: string | null;
  accessNotes: string;
};

/** One page of this business's properties by street, narrowed to a search of street or suburb. */
export async function listProperties(scope: StaffScope, asked: Asked = {}): Promise<Listed<Property>> {
  const rows = await listInTenant(scope, (tx) =>
    tx
      .select()
      .from(properties)
      .where(
        and(
          sql`(${properties.street} || ' ' || ${properties.suburb}) ilike ${likeOf(asked)}`,
          asked.after
            ? sql`(${properties.street}, ${properties.id}) > (select p.street, p.id from properties p where p.id = ${asked.after}::uuid)`
            : undefined,
        ),
      )
      .orderBy(asc(properties.street), asc(properties.id))
      .limit(pageSize + 1),
  );
  return listed(rows);
}

export async function readProperty(scope: StaffScope, id: string): Promise<Outcome<Property>> {
  if (!isUuid(id)) return refuse("not-found");
  return inTenant(scope, async (tx) => {
    const [found] = await tx.select().from(properties).where(eq(properties.id, id));
    return found ? done(found) : refuse("not-found");
  });
}

/** Adds a property, or changes one. Its time zone is the business's own unless another is given. */
export async function saveProperty(
  scope: StaffScope,
  id: string | null,
  details: PropertyDetails,
): Promise<Outcome<Property>> {
  return inTenant(scope, async (tx) => {
    if (!id) return writeProperty(tx, scope, details);
    const occupantPhone = await readPhone(tx, details.occupantPhone, "occupantPhone");
    if (!occupantPhone.ok) return occupantPhone;
    const timeZone = await zoneFor(tx, details);
    const [saved] = await tx
      .update(properties)
      .set({ ...details, timeZone, occupantPhone: occupantPhone.value })
      .where(eq(properties.id, id))
      .returning();
    if (!saved) return refuse("not-found");
    await tell(tx, scope, "property.edited", saved);
    return done(saved);
  });
}

/** Adds a property inside the caller's transaction. Refuses an occupant's number that is none, before it writes. */
export async function writeProperty(
  tx: Tx,
  scope: StaffScope,
  details: PropertyDetails,
): Promise<Outcome<Property>> {
  const occupantPhone = await readPhone(tx, details.occupantPhone, "occupantPhone");
  if (!occupantPhone.ok) return occupantPhone;
  const timeZone = await zoneFor(tx, details);
  const [added] = await tx
    .insert(properties)
    .values({ ...details, timeZone, occupantPhone: occupantPhone.value })
    .returning();
  if (!added) throw new Error("A property was not stored.");
  await tell(tx, scope, "property.created", added);
  return done(added);
}

async function zoneFor(tx: Tx, { timeZone }: PropertyDetails): Promise<string> {
  if (timeZone) return timeZone;
  const [tenant] = await tx.select({ zone: tenants.timeZone }).from(tenants);
  return tenant?.zone ?? "UTC";
}

function tell(tx: Tx, scope: StaffScope, kind: "property.created" | "property.edited", property: Property) {
  return record(tx, {
    ...doerOf(scope),
    tenantId: scope.tenantId,
    kind,
    detail: { propertyId: property.id, address: `${property.street}, ${property.suburb}` },
  });
}
