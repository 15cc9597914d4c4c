import { and, eq, lte, type SQL, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { files } from "@/db/schema/storage";
import { contractorInvoices } from "@/db/schema/work-orders";
import type { ContractorScope, StaffScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { takesFiles } from "./machine";
import { lock, lockJob, tell, type WorkOrder, write } from "./work-order";

export type ContractorInvoice = typeof contractorInvoices.$inferSelect;
export type SentInvoice = { fileId: string; amountCents: number; number: string | null; note: string };

/**
 * Takes a contractor's invoice for a job that is under way or done. Over the cost ceiling it waits for the office's
 * approval, and the order with it. The same invoice again is the one that is there. Refuses a file that this link did
 * not send.
 */
export async function sendInvoice(
  scope: ContractorScope,
  sent: SentInvoice,
): Promise<Outcome<ContractorInvoice>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockJob(tx, scope);
    return locked.ok ? putInvoice(tx, scope, locked.value, sent) : locked;
  });
}

/** The same on a job that is locked already, so that a move and the invoice that comes with it are one transaction. */
export async function putInvoice(
  tx: Tx,
  scope: ContractorScope,
  order: WorkOrder,
  sent: SentInvoice,
): Promise<Outcome<ContractorInvoice>> {
  const known = await sentBefore(tx, scope, sent);
  if (known) return done(known);
  if (!takesFiles(order.status)) return refuse("not-allowed-now", { status: order.status });
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
}

/** A form that is posted again brings its file again: equal content, amount and number are the invoice that is there. */
async function sentBefore(tx: Tx, { actor }: ContractorScope, sent: SentInvoice) {
  const content = tx.select({ sha256: files.sha256 }).from(files).where(eq(files.id, sent.fileId));
  const [found] = await tx
    .select({ invoice: contractorInvoices })
    .from(contractorInvoices)
    .innerJoin(files, eq(files.id, contractorInvoices.fileId))
    .where(
      and(
        eq(contractorInvoices.workOrderId, actor.workOrderId),
        eq(contractorInvoices.contractorId, actor.contactId),
        eq(contractorInvoices.amountCents, sent.amountCents),
        sql`${contractorInvoices.number} is not distinct from ${sent.number}`,
        sql`${files.sha256} = (${content})`,
      ),
    );
  return found?.invoice;
}

type Approved = ContractorInvoice & { orderNumber: number };

/** Approves an invoice over the ceiling, whoever has the job by now; a second approval is the first one's. */
export async function approveInvoice(scope: StaffScope, invoiceId: string): Promise<Outcome<Approved>> {
  return inTenant(scope, async (tx) => {
    const found = await findInvoice(tx, invoiceId);
    if (!found) return refuse("not-found");
    const locked = await lock(tx, found.workOrderId);
    if (!locked.ok) return locked;
    const settled = await approve(tx, scope, locked.value, eq(contractorInvoices.id, invoiceId));
    const invoice = await findInvoice(tx, invoiceId);
    return invoice ? done({ ...invoice, orderNumber: settled.number }) : refuse("not-found");
  });
}

async function findInvoice(tx: Tx, invoiceId: string): Promise<ContractorInvoice | undefined> {
  const [found] = await tx.select().from(contractorInvoices).where(eq(contractorInvoices.id, invoiceId));
  return found;
}

/** Raising a ceiling over what its contractor has sent is the office's approval of it. Takes a locked order. */
export async function approveWithinCeiling(tx: Tx, scope: StaffScope, order: WorkOrder): Promise<WorkOrder> {
  const { contractorId, ceilingCents } = order;
  if (!contractorId) return order;
  const theirs = eq(contractorInvoices.contractorId, contractorId);
  const within =
    ceilingCents === null ? theirs : and(theirs, lte(contractorInvoices.amountCents, ceilingCents));
  return approve(tx, scope, order, within);
}

/** Approves those of a locked order's invoices that wait for it. What is left of its contractor keeps the order waiting. */
async function approve(
  tx: Tx,
  scope: StaffScope,
  order: WorkOrder,
  which: SQL | undefined,
): Promise<WorkOrder> {
  const { workOrderId, state } = contractorInvoices;
  const approved = await tx
    .update(contractorInvoices)
    .set({ state: "approved", approvedAt: new Date(), approvedBy: scope.actor.memberId })
    .where(and(eq(workOrderId, order.id), eq(state, "needs-approval"), which))
    .returning();
  if (approved.length === 0) return order;
  const others = sql`exists (select 1 from contractor_invoices i where i.work_order_id = ${order.id}
    and i.contractor_id = ${order.contractorId} and i.state = 'needs-approval')`;
  const overCeilingAt = sql<Date | null>`case when ${others} then over_ceiling_at end`;
  const settled = await write(tx, order, { overCeilingAt }, true);
  for (const { id: invoiceId, amountCents } of approved) {
    await tell(tx, scope, settled, { kind: "invoice.approved", detail: { invoiceId, amountCents } });
  }
  return settled;
}
