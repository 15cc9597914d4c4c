import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { links } from "@/db/schema/links";
import { contacts, properties } from "@/db/schema/people";
import { members, tenants } from "@/db/schema/tenants";
import { workOrders } from "@/db/schema/work-orders";
import { phoneWords } from "@/lib/address";
import { type ContractorScope, doerOf, type Scope, type StaffScope } from "@/lib/auth/scope";
import { type HappeningKind, record } from "@/lib/events/record";
import { done, type Outcome, refuse } from "@/lib/outcome";

export type WorkOrder = typeof workOrders.$inferSelect;

/** `WO-2187`: how people say which one. */
export const reference = (number: number) => `WO-${number}`;

export type NewWorkOrder = {
  title: string;
  scope: string;
  trade: string | null;
  propertyId: string;
  ceilingCents: number | null;
};

/** Creates a draft, with the next number of this business; nothing is sent. Refuses a property of another business. */
export async function createWorkOrder(scope: StaffScope, order: NewWorkOrder): Promise<Outcome<WorkOrder>> {
  return inTenant(scope, (tx) => writeDraft(tx, scope, order));
}

/** The same inside the caller's transaction. Refuses before anything is written. */
export async function writeDraft(
  tx: Tx,
  scope: StaffScope,
  order: NewWorkOrder,
): Promise<Outcome<WorkOrder>> {
  if (!(await knows(tx, order.propertyId))) return refuse("not-found", { field: "propertyId" });
  const [tenant] = await tx
    .update(tenants)
    .set({ lastWorkOrderNumber: sql`${tenants.lastWorkOrderNumber} + 1` })
    .where(eq(tenants.id, scope.tenantId))
    .returning({ number: tenants.lastWorkOrderNumber, currency: tenants.currency });
  if (!tenant) throw new Error("The scope's business is gone.");
  const [created] = await tx
    .insert(workOrders)
    .values({ ...order, ...tenant, managerId: scope.actor.memberId })
    .returning();
  if (!created) throw new Error("A work order was not stored.");
  await tell(tx, scope, created, { kind: "work-order.created", detail: { title: created.title } });
  return done(created);
}

/** Changes what a locked order says. Refuses a property of another business, before anything is written. */
export async function editWorkOrder(
  tx: Tx,
  scope: StaffScope,
  order: WorkOrder,
  change: NewWorkOrder,
): Promise<Outcome<WorkOrder>> {
  if (!(await knows(tx, change.propertyId))) return refuse("not-found", { field: "propertyId" });
  const edited = await write(tx, order, change);
  await tell(tx, scope, edited, { kind: "work-order.edited", detail: { title: edited.title } });
  return done(edited);
}

async function knows(tx: Tx, propertyId: string): Promise<boolean> {
  const found = await tx.select({ id: properties.id }).from(properties).where(eq(properties.id, propertyId));
  return found.length > 0;
}

/**
 * The order's row, locked until the transaction ends: every move of one order waits in line here, before it touches the
 * order's links and their messages. The lock leaves the key free, which each new happening of the order refers to.
 */
export async function lock(tx: Tx, orderId: string): Promise<Outcome<WorkOrder>> {
  const [order] = await tx.select().from(workOrders).where(eq(workOrders.id, orderId)).for("no key update");
  return order ? done(order) : refuse("not-found");
}

/**
 * Locks the order that a contractor's link opens. Refuses a job that went to somebody else, and a link that a dispatch or
 * a cancellation ended since the gate let it in, as happens during a long upload: both retire links under this same lock.
 */
export async function lockJob(tx: Tx, { actor }: ContractorScope): Promise<Outcome<WorkOrder>> {
  const locked = await lock(tx, actor.workOrderId);
  if (!locked.ok) return locked;
  const live = await tx
    .select({ id: links.id })
    .from(links)
    .where(and(eq(links.id, actor.linkId), isNull(links.retiredAt)));
  const isTheirs = locked.value.contractorId === actor.contactId && live.length > 0;
  return isTheirs ? locked : refuse("link-dead");
}

/** Locks an order that a form was filled in against; refuses "stale" when it has changed since, with its state now. */
export async function lockFresh(
  tx: Tx,
  which: { orderId: string; version: number },
): Promise<Outcome<WorkOrder>> {
  const locked = await lock(tx, which.orderId);
  if (locked.ok && locked.value.version !== which.version)
    return refuse("stale", { status: locked.value.status });
  return locked;
}

/** Writes a change to a locked order and lifts its version. `moves` says that its place in the inbox changes with it. */
export async function write(
  tx: Tx,
  order: WorkOrder,
  change: { [Column in keyof WorkOrder]?: WorkOrder[Column] | SQL },
  moves = false,
): Promise<WorkOrder> {
  const [written] = await tx
    .update(workOrders)
    .set({ ...change, version: sql`${workOrders.version} + 1`, ...(moves && { movedAt: sql`now()` }) })
    .where(eq(workOrders.id, order.id))
    .returning();
  if (!written) throw new Error("A locked work order is gone.");
  return written;
}

/** An order, and everything around it that a message or a page names. */
export async function surroundings(tx: Tx, orderId: string) {
  const [row] = await tx
    .select({
      order: workOrders,
      tenant: tenants,
      property: properties,
      manager: members,
      contractor: contacts,
    })
    .from(workOrders)
    .innerJoin(tenants, eq(tenants.id, workOrders.tenantId))
    .innerJoin(properties, eq(properties.id, workOrders.propertyId))
    .innerJoin(members, eq(members.id, workOrders.managerId))
    .leftJoin(contacts, eq(contacts.id, workOrders.contractorId))
    .where(eq(workOrders.id, orderId));
  if (!row) throw new Error("A work order stands alone.");
  return row;
}

export type Surroundings = Awaited<ReturnType<typeof surroundings>>;

/** The facts that every message about an order is made of, as they are now. */
export function facts(order: WorkOrder, around: Surroundings): Record<string, string | number | null> {
  const { tenant, property, manager, contractor } = around;
  return {
    number: order.number,
    agency: tenant.name,
    logo: tenant.logo,
    brandColour: tenant.brandColour,
    agencyPhone: phoneWords(tenant.phone),
    zone: property.timeZone,
    locale: tenant.locale,
    manager: manager.name,
    managerPhone: phoneWords(manager.phone ?? tenant.phone),
    managerEmail: manager.email,
    title: order.title,
    scope: order.scope,
    street: property.street,
    rest: restOfAddress(property),
    ceilingCents: order.ceilingCents,
    currency: order.currency,
    taxLabel: tenant.taxLabel,
    company: contractor?.company ?? contractor?.name ?? null,
    contractor: contractor?.name ?? null,
  };
}

/** The name that a contractor goes by: their company's, or their own. */
export async function companyOf(tx: Tx, contactId: string): Promise<string> {
  const [row] = await tx
    .select({ company: contacts.company, name: contacts.name })
    .from(contacts)
    .where(eq(contacts.id, contactId));
  return row?.company ?? row?.name ?? "";
}

/** `Cooks Hill NSW 2300` */
export function restOfAddress(property: { suburb: string; state: string; postcode: string }): string {
  return [property.suburb, property.state, property.postcode].filter(Boolean).join(" ");
}

type Told = { kind: HappeningKind; detail?: Record<string, string | number | null>; linkId?: string };

/** Writes a happening of this order, by whoever the scope proves. */
export function tell(tx: Tx, scope: Scope, order: WorkOrder, told: Told): Promise<void> {
  return record(tx, {
    ...doerOf(scope),
    ...told,
    tenantId: scope.tenantId,
    workOrderId: order.id,
    contactId: order.contractorId,
  });
}
