import { asc, eq, sql } from "drizzle-orm";
import { inTenant, listInTenant } from "@/db/client";
import { properties } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { record } from "@/lib/events/record";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isUuid } from "@/lib/uuid";

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

/** The properties of this business by street, narrowed to a search of street or suburb. */
export async function listProperties(scope: StaffScope, search = ""): Promise<Property[]> {
  const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return listInTenant(scope, (tx) =>
    tx
      .select()
      .from(properties)
      .where(sql`(${properties.street} || ' ' || ${properties.suburb}) ilike ${like}`)
      .orderBy(asc(properties.street))
      .limit(500),
  );
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
    const [tenant] = await tx.select({ zone: tenants.timeZone }).from(tenants);
    const values = { ...details, timeZone: details.timeZone ?? tenant?.zone ?? "UTC" };
    const [saved] = id
      ? await tx.update(properties).set(values).where(eq(properties.id, id)).returning()
      : await tx.insert(properties).values(values).returning();
    if (!saved) return refuse("not-found");
    await record(tx, {
      ...doerOf(scope),
      tenantId: scope.tenantId,
      kind: id ? "property.edited" : "property.created",
      detail: { propertyId: saved.id, address: `${saved.street}, ${saved.suburb}` },
    });
    return done(saved);
  });
}
