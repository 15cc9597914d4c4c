import { asc, desc, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { files } from "@/db/schema/storage";
import { contractorInvoices, workOrderPhotos, workOrders } from "@/db/schema/work-orders";
import type { StaffScope } from "@/lib/auth/scope";
import { formatMoney } from "@/lib/money";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { phoneWords } from "@/lib/people/address";
import { statusChip } from "./chips";
import { next } from "./machine";
import { readTimeline } from "./timeline";
import type { Money, OrderView } from "./views";
import { reference, restOfAddress, type Surroundings, surroundings, type WorkOrder } from "./work-order";

/** A work order as the office sees it, with its whole story. Refuses a number that this business does not have. */
export async function readOrder(scope: StaffScope, number: number): Promise<Outcome<OrderView>> {
  if (!Number.isInteger(number) || number < 1 || number > 999_999_999) return refuse("not-found");
  return inTenant(scope, async (tx) => {
    const [order] = await tx.select().from(workOrders).where(eq(workOrders.number, number));
    if (!order) return refuse("not-found");
    const around = await surroundings(tx, order.id);
    const invoices = await readInvoices(tx, order.id);
    const photos = await readPhotos(tx, order.id);
    const byInvoice = new Map(
      invoices.map(({ invoice, file }) => [invoice.id, { id: file.id, name: file.name }]),
    );
    const timeline = await readTimeline(tx, order, around.property.timeZone, byInvoice);
    return done({ ...viewOf(order, around, invoices), photos, timeline });
  });
}

export type InvoiceAndFile = Awaited<ReturnType<typeof readInvoices>>[number];

/** The contractor's invoices of an order, newest first. */
export function readInvoices(tx: Tx, orderId: string) {
  return tx
    .select({ invoice: contractorInvoices, file: { id: files.id, name: files.name } })
    .from(contractorInvoices)
    .innerJoin(files, eq(files.id, contractorInvoices.fileId))
    .where(eq(contractorInvoices.workOrderId, orderId))
    .orderBy(desc(contractorInvoices.createdAt));
}

export function readPhotos(tx: Tx, orderId: string) {
  return tx
    .select({
      id: workOrderPhotos.fileId,
      caption: workOrderPhotos.caption,
      fromContractor: workOrderPhotos.fromContractor,
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
): Omit<OrderView, "photos" | "timeline"> {
  const { tenant, property, manager } = around;
  const cents = (amount: number) => money(amount, order.currency, tenant.locale);
  return {
    id: order.id,
    number: order.number,
    reference: reference(order.number),
    version: order.version,
    status: order.status,
    chip: {
      ...statusChip({ ...order, hasInvoice: false }, property.timeZone),
      text: shortStatus[order.status],
    },
    title: order.title,
    scope: order.scope,
    trade: order.trade,
    address: `${property.street}, ${restOfAddress(property)}`,
    propertyId: property.id,
    occupant: property.occupantName
      ? {
          name: property.occupantName,
          phone: property.occupantPhone,
          phoneWords: phoneWords(property.occupantPhone),
        }
      : null,
    accessNotes: property.accessNotes,
    manager: { id: manager.id, name: manager.name },
    contractor: contractorOf(around),
    ceiling: order.ceilingCents === null ? null : cents(order.ceilingCents),
    taxLabel: tenant.taxLabel,
    invoice: invoiceOf(invoices, cents),
    waiting: {
      question: order.questionAt !== null,
      overCeiling: order.overCeilingAt !== null,
      undelivered: order.undeliveredAt !== null,
      linkAsked: order.linkAskedAt !== null,
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

function contractorOf({ contractor }: Surroundings): OrderView["contractor"] {
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
    phoneWords: phoneWords(phone),
  };
}

function invoiceOf(invoices: InvoiceAndFile[], cents: (amount: number) => Money): OrderView["invoice"] {
  const shown = invoices.find(({ invoice }) => invoice.state === "needs-approval") ?? invoices[0];
  if (!shown) return null;
  const { invoice, file } = shown;
  const gap = invoice.ceilingCents === null ? null : invoice.ceilingCents - invoice.amountCents;
  const against =
    gap === null ? "No ceiling" : `${cents(Math.abs(gap)).words} ${gap < 0 ? "over" : "under"} ceiling`;
  return {
    id: invoice.id,
    number: invoice.number,
    amount: cents(invoice.amountCents),
    against,
    state: invoice.state,
    fileId: file.id,
    fileName: file.name,
  };
}
