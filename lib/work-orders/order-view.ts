import { asc, desc, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { files } from "@/db/schema/storage";
import { contractorInvoices, workOrderPhotos, workOrders } from "@/db/schema/work-orders";
import { homeOf, phoneWords } from "@/lib/address";
import type { StaffScope } from "@/lib/auth/scope";
import { earlierWords } from "@/lib/bills/earlier";
import { formatMoney } from "@/lib/money";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { statusChip } from "./chips";
import { next } from "./machine";
import { readTimeline } from "./timeline";
import type { Money, OrderView } from "./views";
import {
  companyOf,
  reference,
  restOfAddress,
  type Surroundings,
  surroundings,
  type WorkOrder,
} from "./work-order";

/** A work order as the office sees it, with its whole story. Refuses a number that this business does not have. */
export async function readOrder(scope: StaffScope, number: number): Promise<Outcome<OrderView>> {
  return inTenant(scope, async (tx) => {
    const found = await orderOf(tx, number);
    if (!found.ok) return found;
    const order = found.value;
    const around = await surroundings(tx, order.id);
    const invoices = await readInvoices(tx, order.id);
    const photos = await readPhotos(tx, order.id);
    const byInvoice = new Map(
      invoices.map(({ invoice, file }) => [
        invoice.id,
        { file, invoiceToApprove: waitsApart(invoice, order) ? invoice.id : null },
      ]),
    );
    const timeline = await readTimeline(tx, order, around, byInvoice);
    const linkAsked = await readAsker(tx, order);
    return done({ ...viewOf(order, around, invoices, linkAsked), photos, timeline });
  });
}

/** Whether an invoice waits for approval though its order does not: a new dispatch leaves it in the story, to approve there. */
function waitsApart({ state, contractorId }: InvoiceAndFile["invoice"], order: WorkOrder): boolean {
  return state === "needs-approval" && (contractorId !== order.contractorId || !order.overCeilingAt);
}

/** The order of that number alone, without what is around it. */
export async function findOrder(scope: StaffScope, number: number): Promise<Outcome<WorkOrder>> {
  return inTenant(scope, (tx) => orderOf(tx, number));
}

async function orderOf(tx: Tx, number: number): Promise<Outcome<WorkOrder>> {
  if (!Number.isInteger(number) || number < 1 || number > 999_999_999) return refuse("not-found");
  const [order] = await tx.select().from(workOrders).where(eq(workOrders.number, number));
  return order ? done(order) : refuse("not-found");
}

type Asker = OrderView["waiting"]["linkAsked"];

async function readAsker(tx: Tx, order: WorkOrder): Promise<Asker> {
  const { linkAskedAt, linkAskedBy } = order;
  if (!linkAskedAt || !linkAskedBy) return null;
  return { company: await companyOf(tx, linkAskedBy), isFormer: linkAskedBy !== order.contractorId };
}

type InvoiceAndFile = Awaited<ReturnType<typeof readInvoices>>[number];

/** The invoices of an order, newest first. */
export function readInvoices(tx: Tx, orderId: string) {
  return tx
    .select({ invoice: contractorInvoices, file: { id: files.id, name: files.name } })
    .from(contractorInvoices)
    .innerJoin(files, eq(files.id, contractorInvoices.fileId))
    .where(eq(contractorInvoices.workOrderId, orderId))
    .orderBy(desc(contractorInvoices.createdAt));
}

/** The pictures of an order, oldest first. */
function readPhotos(tx: Tx, orderId: string) {
  return tx
    .select({
      id: workOrderPhotos.fileId,
      caption: workOrderPhotos.caption,
      fromContractor: sql<boolean>`${workOrderPhotos.contactId} is not null`,
    })
    .from(workOrderPhotos)
    .where(eq(workOrderPhotos.workOrderId, orderId))
    .orderBy(asc(workOrderPhotos.createdAt));
}

export function money(amountCents: number, currency: string, locale: string): Money {
  return { amountCents, currency, words: formatMoney(amountCents, currency, locale) };
}

function viewOf(
  order: WorkOrder,
  around: Surroundings,
  invoices: InvoiceAndFile[],
  linkAsked: Asker,
): Omit<OrderView, "photos" | "timeline"> {
  const { tenant, property, manager } = around;
  const country = homeOf(tenant.locale);
  const cents = (amount: number) => money(amount, order.currency, tenant.locale);
  return {
    id: order.id,
    number: order.number,
    reference: reference(order.number),
    version: order.version,
    status: order.status,
    chip: {
      ...statusChip(order, property.timeZone),
      text: shortStatus[order.status],
    },
    title: order.title,
    scope: order.scope,
    trade: order.trade,
    address: `${property.street}, ${restOfAddress(property)}`,
    place: { street: property.street, rest: restOfAddress(property), zone: property.timeZone },
    propertyId: property.id,
    occupant: property.occupantName
      ? {
          name: property.occupantName,
          phone: property.occupantPhone,
          phoneWords: phoneWords(property.occupantPhone, country),
        }
      : null,
    accessNotes: property.accessNotes,
    manager: {
      id: manager.id,
      name: manager.name,
      phone: phoneWords(manager.phone ?? tenant.phone, country),
    },
    contractor: contractorOf(around),
    ceiling: order.ceilingCents === null ? null : cents(order.ceilingCents),
    taxLabel: tenant.taxLabel,
    invoice: invoiceOf(
      invoices.filter(({ invoice }) => invoice.contractorId === order.contractorId),
      cents,
    ),
    waiting: {
      question: order.questionAt !== null,
      overCeiling: order.overCeilingAt !== null,
      undelivered: order.undeliveredAt !== null,
      linkAsked,
    },
    canDispatch: next(order.status, "DISPATCH") !== undefined,
    canCancel: next(order.status, "CANCEL") !== undefined,
  };
}

const shortStatus: Record<WorkOrder["status"], string> = {
  DRAFT: "Draft",
  ASSIGNED: "Assigned",
  ACCEPTED: "Accepted",
  SCHEDULED: "Scheduled",
  ON_SITE: "On site",
  COMPLETED: "Completed",
  DECLINED: "Declined",
  CANCELLED: "Cancelled",
};

/** The first name, for a button that has room for one word. */
export const firstName = (name: string) => name.split(" ")[0] ?? name;

function contractorOf({ contractor, tenant }: Surroundings): OrderView["contractor"] {
  if (!contractor) return null;
  const { id, name, active, email, phone, prefers } = contractor;
  return {
    id,
    name,
    active,
    email,
    phone,
    prefers,
    company: contractor.company ?? name,
    firstName: firstName(name),
    phoneWords: phoneWords(phone, homeOf(tenant.locale)),
  };
}

function invoiceOf(invoices: InvoiceAndFile[], cents: (amount: number) => Money): OrderView["invoice"] {
  const shown = invoices.find(({ invoice }) => invoice.state === "needs-approval") ?? invoices[0];
  if (!shown) return null;
  const { invoice, file } = shown;
  const before = invoices.filter(
    (other) =>
      other.invoice.createdAt < invoice.createdAt && other.invoice.contractorId === invoice.contractorId,
  );
  const beforeWords = earlierWords(before.length, before[0]?.invoice.number ?? null);
  const countedCents = before.reduce((sum, other) => sum + other.invoice.amountCents, invoice.amountCents);
  const gap = invoice.ceilingCents === null ? null : invoice.ceilingCents - countedCents;
  const against =
    gap === null
      ? "No ceiling"
      : `${cents(Math.abs(gap)).words} ${gap < 0 ? "over" : "under"} ceiling${beforeWords}`;
  return {
    id: invoice.id,
    number: invoice.number,
    amount: cents(invoice.amountCents),
    counted: `${cents(countedCents).words}${beforeWords}`,
    against,
    state: invoice.state,
    fileId: file.id,
    fileName: file.name,
  };
}
