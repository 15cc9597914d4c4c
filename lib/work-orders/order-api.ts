import { eq } from "drizzle-orm";
import type { z } from "zod";
import { inTenant } from "@/db/client";
import { workOrders } from "@/db/schema/work-orders";
import type { StaffScope } from "@/lib/auth/scope";
import { rfc3339 } from "@/lib/dates";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { cancelWorkOrder, dispatchWorkOrder } from "./dispatch";
import { allowedActions } from "./machine";
import { readInvoices } from "./order-view";
import { searchOrders } from "./search";
import type { newAnswer, newCancellation, newDispatch, newOrder, orderQuery } from "./sent";
import { answerContractor } from "./thread";
import { createWorkOrder, reference, surroundings, type WorkOrder } from "./work-order";

type Params = Record<string, string>;

/** One page of orders, newest number first. */
export async function listOrders(scope: StaffScope, query: z.output<typeof orderQuery>) {
  const { rows, before } = await searchOrders(scope, query);
  const workOrders = rows.map(({ id, reference, title, address, contractor, status }) => ({
    id,
    number: reference,
    title,
    address,
    contractor,
    status,
  }));
  return done({ workOrders, before });
}

/** One order as an office's own program sees it. */
export async function readOrderSheet(scope: StaffScope, _query: unknown, { number }: Params) {
  return withOrder(scope, number, (order) => sheetOf(scope, order));
}

export async function createOrder(scope: StaffScope, sent: z.output<typeof newOrder>) {
  const created = await createWorkOrder(scope, sent);
  return created.ok ? sheetOf(scope, created.value) : created;
}

export async function dispatchOrder(
  scope: StaffScope,
  sent: z.output<typeof newDispatch>,
  { number }: Params,
) {
  return withOrder(scope, number, async (order) => {
    const dispatched = await dispatchWorkOrder(scope, { ...sent, orderId: order.id });
    return dispatched.ok ? sheetOf(scope, dispatched.value) : dispatched;
  });
}

export async function cancelOrder(
  scope: StaffScope,
  sent: z.output<typeof newCancellation>,
  { number }: Params,
) {
  return withOrder(scope, number, async (order) => {
    const cancelled = await cancelWorkOrder(scope, { orderId: order.id, version: sent.version }, sent.reason);
    return cancelled.ok ? sheetOf(scope, cancelled.value) : cancelled;
  });
}

export async function answerOrder(scope: StaffScope, sent: z.output<typeof newAnswer>, { number }: Params) {
  return withOrder(scope, number, async (order) => {
    const answered = await answerContractor(scope, { orderId: order.id, version: sent.version }, sent.text);
    return answered.ok ? sheetOf(scope, answered.value) : answered;
  });
}

/** Finds an order by `2187` or `WO-2187`; another business's is "not-found" like one that is not there. */
async function withOrder<T>(
  scope: StaffScope,
  number: string | undefined,
  work: (order: WorkOrder) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const digits = /^(?:WO-)?(\d{1,9})$/i.exec(number ?? "")?.[1];
  if (!digits) return refuse("not-found");
  const order = await inTenant(scope, async (tx) => {
    const [found] = await tx
      .select()
      .from(workOrders)
      .where(eq(workOrders.number, Number(digits)));
    return found;
  });
  return order ? work(order) : refuse("not-found");
}

async function sheetOf(scope: StaffScope, order: WorkOrder) {
  return inTenant(scope, async (tx) => {
    const { property, contractor, manager } = await surroundings(tx, order.id);
    const invoices = await readInvoices(tx, order.id);
    const at = (when: Date | null) => when && rfc3339(when, property.timeZone);
    return done({
      id: order.id,
      number: reference(order.number),
      version: order.version,
      status: order.status,
      title: order.title,
      scope: order.scope,
      trade: order.trade,
      property: { id: property.id, street: property.street, suburb: property.suburb },
      contractor: contractor && { id: contractor.id, name: contractor.name, company: contractor.company },
      manager: { id: manager.id, name: manager.name },
      costCeiling:
        order.ceilingCents === null ? null : { amountCents: order.ceilingCents, currency: order.currency },
      dispatchedAt: at(order.dispatchedAt),
      acceptedAt: at(order.acceptedAt),
      scheduledFor: at(order.scheduledFor),
      onSiteAt: at(order.onSiteAt),
      completedAt: at(order.completedAt),
      questionWaiting: order.questionAt !== null,
      invoices: invoices.map(({ invoice }) => ({
        id: invoice.id,
        number: invoice.number,
        amountCents: invoice.amountCents,
        currency: invoice.currency,
        state: invoice.state,
        paidOn: invoice.paidOn,
      })),
      contractorActions: allowedActions(order.status),
    });
  });
}
