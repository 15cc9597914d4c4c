import { inTenant, type Tx } from "@/db/client";
import type { StaffScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isUuid } from "@/lib/uuid";
import { type ContractorInvoice, findInvoice } from "@/lib/work-orders/contractor-invoice";
import { lock, type WorkOrder } from "@/lib/work-orders/work-order";

/** A contractor's invoice alone. Refuses an id that this business does not have. */
export async function findBill(scope: StaffScope, id: string): Promise<Outcome<ContractorInvoice>> {
  return isUuid(id) ? inTenant(scope, (tx) => billOf(tx, id)) : refuse("not-found");
}

/** A contractor's invoice with its order, which is locked: whatever is done with either waits in line there. */
export async function lockBill(
  tx: Tx,
  id: string,
): Promise<Outcome<{ bill: ContractorInvoice; order: WorkOrder }>> {
  const found = await billOf(tx, id);
  if (!found.ok) return found;
  const order = await lock(tx, found.value.workOrderId);
  if (!order.ok) return order;
  const bill = await billOf(tx, id);
  return bill.ok ? done({ bill: bill.value, order: order.value }) : bill;
}

async function billOf(tx: Tx, id: string): Promise<Outcome<ContractorInvoice>> {
  const bill = await findInvoice(tx, id);
  return bill ? done(bill) : refuse("not-found");
}
