import { and, eq, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { files } from "@/db/schema/storage";
import { contractorInvoices } from "@/db/schema/work-orders";
import type { ContractorScope, StaffScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { takesInvoice } from "./machine";
import { lock, lockJob, tell, write } from "./work-order";

export type ContractorInvoice = typeof contractorInvoices.$inferSelect;
export type SentInvoice = { fileId: string; amountCents: number; number: string | null; note: string };

/**
 * Takes a contractor's invoice for a job that is under way or done. Over the cost ceiling it waits for the office's
 * approval, and the order with it. The same file again gives the same invoice. Refuses a file that this link did not send.
 */
export async function sendInvoice(
  scope: ContractorScope,
  sent: SentInvoice,
): Promise<Outcome<ContractorInvoice>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockJob(tx, scope);
    if (!locked.ok) return locked;
    const order = locked.value;
    const [known] = await tx
      .select()
      .from(contractorInvoices)
      .where(eq(contractorInvoices.fileId, sent.fileId));
    if (known) return known.workOrderId === order.id ? done(known) : refuse("not-found", { field: "fileId" });
    if (!takesInvoice(order.status)) return refuse("not-allowed-now", { status: order.status });
    const [file] = await tx
      .update(files)
      .set({ stagedBy: null })
      .where(and(eq(files.id, sent.fileId), eq(files.stagedBy, scope.actor.linkId)))
      .returning();
    if (!file) return refuse("not-found", { field: "fileId", sentence: "Choose your invoice file again." });
    const over = order.ceilingCents !== null && sent.amountCents > order.ceilingCents;
    const [invoice] = await tx
      .insert(contractorInvoices)
      .values({
        ...sent,
        workOrderId: order.id,
        contractorId: scope.actor.contactId,
        currency: order.currency,
        ceilingCents: order.ceilingCents,
        state: over ? "needs-approval" : "received",
      })
      .returning();
    if (!invoice) throw new Error("An invoice was not stored.");
    const moved = await write(tx, order, over ? { overCeilingAt: new Date() } : {}, over);
    await tell(tx, scope, moved, {
      kind: "invoice.received",
      linkId: scope.actor.linkId,
      detail: {
        invoiceId: invoice.id,
        amountCents: sent.amountCents,
        over: over ? 1 : 0,
        fileName: file.name,
      },
    });
    return done(invoice);
  });
}

type Approved = ContractorInvoice & { orderNumber: number };

/** Approves an invoice over the ceiling; a second approval is the first one's. */
export async function approveInvoice(scope: StaffScope, invoiceId: string): Promise<Outcome<Approved>> {
  return inTenant(scope, async (tx) => {
    const [found] = await tx
      .select()
      .from(contractorInvoices)
      .where(eq(contractorInvoices.id, invoiceId))
      .for("update");
    if (!found) return refuse("not-found");
    const locked = await lock(tx, found.workOrderId);
    if (!locked.ok) return locked;
    const [approved] = await tx
      .update(contractorInvoices)
      .set({ state: "approved", approvedAt: new Date(), approvedBy: scope.actor.memberId })
      .where(and(eq(contractorInvoices.id, invoiceId), eq(contractorInvoices.state, "needs-approval")))
      .returning();
    if (!approved) return done({ ...found, orderNumber: locked.value.number });
    const others = sql`exists (select 1 from contractor_invoices where work_order_id = ${found.workOrderId} and state = 'needs-approval')`;
    const overCeilingAt = sql<Date | null>`case when ${others} then over_ceiling_at end`;
    const settled = await write(tx, locked.value, { overCeilingAt }, true);
    const detail = { invoiceId, amountCents: approved.amountCents };
    await tell(tx, scope, settled, { kind: "invoice.approved", detail });
    return done({ ...approved, orderNumber: settled.number });
  });
}
