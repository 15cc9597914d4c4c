import { and, asc, eq, ilike, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { beginningWith } from "@/db/like";
import { orUndone } from "@/db/or-undone";
import { invoiceFiles, invoices } from "@/db/schema/invoices";
import { contacts, properties } from "@/db/schema/people";
import { projects } from "@/db/schema/projects";
import { tenants } from "@/db/schema/tenants";
import { contractorInvoices, workOrders } from "@/db/schema/work-orders";
import type { StaffScope } from "@/lib/auth/scope";
import { beginDraft } from "@/lib/documents/document";
import type { Document } from "@/lib/documents/trunk";
import { amountWords } from "@/lib/money";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { clientChoices } from "@/lib/people/client-choices";
import type { Choices } from "@/lib/work-orders/views";
import { lock, type WorkOrder } from "@/lib/work-orders/work-order";
import { blankLine, writeLines } from "./lines";
import { draftMade, isOfOrder, readMade } from "./source";

export type FromWorkOrder = {
  number: number;
  contactId: string;
  /** What is put on top of what the contractor asks, in thousandths of a per cent. */
  markUpMilliPercent: number;
};

/**
 * A draft of an invoice to a client for a work order that is completed, in the project that they have at its place: a line for
 * each bill of its contractor that is not queried, with the bill attached; where there is none, one line that waits for its
 * price. A bill of a business whose amounts have their tax in them is carried without it, and the draft puts its own on top.
 * The same asked for once more is the same draft, as long as it is one. Refuses an order that is not completed.
 */
export function invoiceFromWorkOrder(
  scope: StaffScope,
  { number, contactId, markUpMilliPercent }: FromWorkOrder,
): Promise<Outcome<Document>> {
  return inTenant(scope, async (tx) => {
    const found = await readOrder(tx, number);
    const order = completed(found ? await lock(tx, found.id) : refuse("not-found"));
    if (!order.ok) return order;
    const { id: workOrderId, title } = order.value;
    const bills = await readBills(tx, workOrderId);
    const madeOf = [markUpMilliPercent, ...bills.map(({ bill }) => bill.fileId)].join(" ");
    const made = await draftMade(tx, { from: { workOrderId }, contactId, madeOf });
    if (made) return done(made);
    const projectId = await projectThere(tx, order.value, contactId);
    return orUndone(tx, async (inner) => {
      const named = { kind: "invoice", title: title.slice(0, 160), body: "" } as const;
      const begun = await beginDraft(inner, scope, { ...named, contactId, projectId });
      const filling = { order: order.value, bills, markUpMilliPercent, madeOf };
      if (begun.ok) await fill(inner, begun.value.id, filling);
      return begun;
    });
  });
}

async function readOrder(tx: Tx, number: number): Promise<WorkOrder | undefined> {
  const [found] = await tx.select().from(workOrders).where(eq(workOrders.number, number));
  return found;
}

const completed = (order: Outcome<WorkOrder>): Outcome<WorkOrder> =>
  !order.ok || order.value.status === "COMPLETED"
    ? order
    : refuse("not-allowed-now", { sentence: notCompleted });

const notCompleted =
  "The job isn’t completed, so there is nothing to invoice yet. Write an invoice by hand, under its client.";

type Filling = {
  order: WorkOrder;
  bills: Awaited<ReturnType<typeof readBills>>;
  markUpMilliPercent: number;
  madeOf: string;
};

async function fill(
  tx: Tx,
  documentId: string,
  { order, bills, markUpMilliPercent, madeOf }: Filling,
): Promise<void> {
  const [tenant] = await tx.select().from(tenants);
  if (!tenant) throw new Error("A member’s business is gone.");
  const blank = await blankLine(tx);
  const taxed = tenant.taxLabel ? tenant.taxMilliPercent : 0;
  const lines = bills.map(({ bill }) => ({
    ...blank,
    words: order.title,
    unitCents: priceOf(bill.amountCents, { markUpMilliPercent, taxedMilliPercent: taxed }),
  }));
  const made = { workOrderId: order.id, madeOf };
  await tx.update(invoices).set(made).where(eq(invoices.documentId, documentId));
  await writeLines(tx, documentId, lines.length > 0 ? lines : [{ ...blank, words: order.title }]);
  if (bills.length > 0)
    await tx
      .insert(invoiceFiles)
      .values(
        bills.map(({ bill, company }) => ({
          documentId,
          fileId: bill.fileId,
          title: billTitle(bill.number, company),
        })),
      )
      .onConflictDoNothing();
}

const billTitle = (number: string | null, company: string) =>
  `Invoice ${number ? `${number} ` : ""}from ${company}`;

type Rates = { markUpMilliPercent: number; taxedMilliPercent: number };

/** What a bill comes to with the mark-up and without the tax that is in it, to the nearest cent. */
export function priceOf(billCents: number, { markUpMilliPercent, taxedMilliPercent }: Rates): number {
  const dividend = BigInt(billCents) * BigInt(100_000 + markUpMilliPercent);
  const divisor = BigInt(100_000 + taxedMilliPercent);
  return Number((2n * dividend + divisor) / (2n * divisor));
}

/** What its contractors ask for: a bill that the office asked about may still come in at another amount. */
function readBills(tx: Tx, orderId: string) {
  const { workOrderId, state } = contractorInvoices;
  return tx
    .select({
      bill: contractorInvoices,
      company: sql<string>`coalesce(${contacts.company}, ${contacts.name})`,
    })
    .from(contractorInvoices)
    .innerJoin(contacts, eq(contacts.id, contractorInvoices.contractorId))
    .where(and(eq(workOrderId, orderId), ne(state, "queried")))
    .orderBy(asc(contractorInvoices.createdAt), asc(contractorInvoices.id));
}

/** What the page needs that makes an invoice from an order. */
export type OrderToInvoice = {
  number: number;
  title: string;
  /** Of whom each bill is, and its amount; none came where it is empty. */
  bills: { id: string; title: string; amount: string }[];
  /** Whether another one is left out, since the office asked about it. */
  isQueried: boolean;
  /** Those that were made from it already. */
  made: { id: string; clientId: string; words: string }[];
  /** Whose place it is, first; then the others by name. */
  clients: Choices;
  /** The one whose place it is; null where that is nobody, or more than one. */
  ownerId: string | null;
};

/** Refuses an order that is not there, and one that is not completed. */
export async function readOrderToInvoice(
  scope: StaffScope,
  number: number,
): Promise<Outcome<OrderToInvoice>> {
  if (!Number.isInteger(number) || number < 1 || number > 999_999_999) return refuse("not-found");
  const read = await inTenant(scope, async (tx) => {
    const found = await readOrder(tx, number);
    const order = completed(found ? done(found) : refuse("not-found"));
    return order.ok ? done(await aroundOf(tx, order.value)) : order;
  });
  if (!read.ok) return read;
  const { owners, ...around } = read.value;
  const { shown, more } = await clientChoices(scope);
  const others = shown.filter(({ id }) => !owners.some((owner) => owner.id === id));
  const [owner] = owners.length === 1 ? owners : [];
  return done({ ...around, clients: { shown: [...owners, ...others], more }, ownerId: owner?.id ?? null });
}

async function aroundOf(tx: Tx, order: WorkOrder) {
  const [tenant] = await tx.select({ locale: tenants.locale }).from(tenants);
  const look = { currency: order.currency, locale: tenant?.locale ?? "en-AU" };
  const bills = await readBills(tx, order.id);
  const made = await readMade(tx, isOfOrder(order.id));
  const { workOrderId, state } = contractorInvoices;
  const queried = and(eq(workOrderId, order.id), eq(state, "queried"));
  return {
    isQueried: (await tx.$count(contractorInvoices, queried)) > 0,
    number: order.number,
    title: order.title,
    bills: bills.map(({ bill, company }) => ({
      id: bill.id,
      title: billTitle(bill.number, company),
      amount: amountWords(bill.amountCents, look),
    })),
    made: made.map(({ id, clientId, number, title, subtotalCents }) => ({
      ...{ id, clientId },
      words: `${number ?? "A draft"}, ${title}, ${amountWords(subtotalCents, look)} before tax`,
    })),
    owners: await ownersOf(tx, order.propertyId),
  };
}

/** The clients who have a project at the address of a property: nothing else says whose it is. */
async function ownersOf(tx: Tx, propertyId: string): Promise<{ id: string; label: string }[]> {
  const there = await isThere(tx, propertyId);
  if (!there) return [];
  const atIt = tx.select({ id: projects.contactId }).from(projects).where(there);
  return tx
    .select({ id: contacts.id, label: contacts.name })
    .from(contacts)
    .where(and(inArray(contacts.id, atIt), eq(contacts.active, true)))
    .orderBy(asc(contacts.name), asc(contacts.id))
    .limit(10);
}

/** The one open project that a client has at the place of an order; null where they have none there, or more than one. */
async function projectThere(tx: Tx, order: WorkOrder, contactId: string): Promise<string | null> {
  const there = await isThere(tx, order.propertyId);
  if (!there) return null;
  const theirs = and(eq(projects.contactId, contactId), isNull(projects.closedAt), there);
  const [project, another] = await tx.select({ id: projects.id }).from(projects).where(theirs).limit(2);
  return project && !another ? project.id : null;
}

/** Whether a project is at the address of a property; undefined where the property has none. */
async function isThere(tx: Tx, propertyId: string): Promise<SQL | undefined> {
  const { id, street } = properties;
  const [property] = await tx.select({ street }).from(properties).where(eq(id, propertyId));
  return property?.street ? ilike(projects.place, beginningWith(property.street)) : undefined;
}
