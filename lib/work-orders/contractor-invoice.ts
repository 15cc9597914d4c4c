import { and, desc, eq, inArray, ne, not, or, type SQL, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { files } from "@/db/schema/storage";
import { contractorInvoices } from "@/db/schema/work-orders";
import type { ContractorScope, StaffScope } from "@/lib/auth/scope";
import { billActs, type ShownBill } from "@/lib/bills/acts";
import { overCentsOf, withEarlierCents } from "@/lib/bills/earlier";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { takesFiles } from "./machine";
import { lock, lockJob, tell, type WorkOrder, write } from "./work-order";

export type ContractorInvoice = typeof contractorInvoices.$inferSelect;
export type SentInvoice = { fileId: string; amountCents: number; number: string | null; note: string };

/**
 * Takes a contractor's invoice for a job that is under way or done. Where it is over the cost ceiling, with those that they
 * sent for the job before, it waits for the office's approval, and the order with it. The same invoice again is the one that
 * is there; of one that the office asked about, an answer in another note is not the same. Refuses a file that this link did
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
  const kept = await keep(tx, scope, order, sent);
  const over = (await overCentsOf(tx, kept.id, order.ceilingCents)) > 0;
  const invoice = over ? await waitForApproval(tx, kept) : kept;
  const moved = await write(tx, order, over ? { overCeilingAt: new Date() } : {}, over);
  await tell(tx, scope, moved, {
    kind: "invoice.received",
    linkId: scope.actor.linkId,
    detail: {
      invoiceId: invoice.id,
      amountCents: sent.amountCents,
      over: over ? 1 : 0,
      fileId: file.id,
      fileName: file.name,
    },
  });
  return done(invoice);
}

async function waitForApproval(tx: Tx, { id }: ContractorInvoice): Promise<ContractorInvoice> {
  const [waiting] = await tx
    .update(contractorInvoices)
    .set({ state: "needs-approval" })
    .where(eq(contractorInvoices.id, id))
    .returning();
  if (!waiting) throw new Error("An invoice was not stored.");
  return waiting;
}

/**
 * Stores an invoice of a locked order, as received. Where the office asked about one that its contractor sent before, this
 * one takes its place; of several the one of the same number, or else the newest.
 */
async function keep(
  tx: Tx,
  { actor }: ContractorScope,
  order: WorkOrder,
  sent: SentInvoice,
): Promise<ContractorInvoice> {
  const row = { ...sent, state: "received" as const, workOrderId: order.id, contractorId: actor.contactId };
  // Those of an order come one after the other, as they are locked: a transaction that waited began before.
  const then = {
    currency: order.currency,
    ceilingCents: order.ceilingCents,
    createdAt: sql`clock_timestamp()`,
  };
  const values = { ...row, ...then };
  const { workOrderId, contractorId, state, number, createdAt } = contractorInvoices;
  const queried = tx
    .select({ id: contractorInvoices.id })
    .from(contractorInvoices)
    .where(and(eq(workOrderId, order.id), eq(contractorId, actor.contactId), eq(state, "queried")))
    .orderBy(desc(sql`${number} is not distinct from ${sent.number}`), desc(createdAt))
    .limit(1);
  const [corrected] = await tx
    .update(contractorInvoices)
    .set(values)
    .where(and(inArray(contractorInvoices.id, queried), eq(state, "queried")))
    .returning();
  if (corrected) return corrected;
  const [invoice] = await tx.insert(contractorInvoices).values(values).returning();
  if (!invoice) throw new Error("An invoice was not stored.");
  return invoice;
}

/**
 * A form that is posted again brings its file again: equal content, amount and number are the invoice that is there. Where
 * the office asked about it, its note has to be the same as well.
 */
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
        or(ne(contractorInvoices.state, "queried"), eq(contractorInvoices.note, sent.note)),
      ),
    );
  return found?.invoice;
}

type Approved = ContractorInvoice & { orderNumber: number };

/**
 * Approves an invoice, whoever has the job by now: one over the ceiling, one within it, or one that was queried. A second
 * approval is the first one's. Refuses one that this business does not have, and as stale one that was corrected since it
 * was shown.
 */
export async function approveInvoice(scope: StaffScope, shown: ShownBill): Promise<Outcome<Approved>> {
  return inTenant(scope, async (tx) => {
    const found = await findInvoice(tx, shown.billId);
    if (!found) return refuse("not-found");
    const locked = await lock(tx, found.workOrderId);
    if (!locked.ok) return locked;
    const settled = await approveSome(tx, scope, locked.value, [shown]);
    const invoice = await findInvoice(tx, shown.billId);
    if (invoice?.fileId !== shown.fileId) return refuse("stale", { sentence: isCorrected });
    return done({ ...invoice, orderNumber: settled.order.number });
  });
}

const isCorrected =
  "A corrected invoice came in its place while you were looking, so nothing was approved. Here is how it is now.";

/** An invoice by its id, whatever became of it. */
export async function findInvoice(tx: Tx, invoiceId: string): Promise<ContractorInvoice | undefined> {
  const [found] = await tx.select().from(contractorInvoices).where(eq(contractorInvoices.id, invoiceId));
  return found;
}

/** Raising a ceiling over what its contractor has sent is the office's approval of it. Takes a locked order. */
export async function approveWithinCeiling(tx: Tx, scope: StaffScope, order: WorkOrder): Promise<WorkOrder> {
  const { contractorId, ceilingCents } = order;
  if (!contractorId) return order;
  const theirs = and(
    eq(contractorInvoices.contractorId, contractorId),
    eq(contractorInvoices.state, "needs-approval"),
  );
  const within = sql`${withEarlierCents(sql`contractor_invoices`)} <= ${ceilingCents}`;
  return (await approve(tx, scope, order, ceilingCents === null ? theirs : and(theirs, within))).order;
}

/** Approves those of a locked order's invoices that may be approved and are as they were shown, and answers with them. */
export function approveSome(tx: Tx, scope: StaffScope, order: WorkOrder, shown: ShownBill[]) {
  return approve(
    tx,
    scope,
    order,
    and(asShown(shown), inArray(contractorInvoices.state, [...billActs.approve])),
  );
}

/** Those of them that stand as they were shown. No file is of two invoices. */
export const asShown = (shown: ShownBill[]) => and(isOneOf(shown), hasFileOf(shown));

/** How many of them were corrected since they were shown. */
export const countCorrected = (tx: Tx, shown: ShownBill[]): Promise<number> =>
  tx.$count(contractorInvoices, and(isOneOf(shown), not(hasFileOf(shown))));

const isOneOf = (shown: ShownBill[]) =>
  inArray(
    contractorInvoices.id,
    shown.map(({ billId }) => billId),
  );
const hasFileOf = (shown: ShownBill[]) =>
  inArray(
    contractorInvoices.fileId,
    shown.map(({ fileId }) => fileId),
  );

type Approval = { order: WorkOrder; approved: ContractorInvoice[] };

/** Approves those of a locked order's invoices. What is left of its contractor keeps the order waiting. */
async function approve(
  tx: Tx,
  scope: StaffScope,
  order: WorkOrder,
  which: SQL | undefined,
): Promise<Approval> {
  const approved = await tx
    .update(contractorInvoices)
    .set({ state: "approved", approvedAt: new Date(), approvedBy: scope.actor.memberId })
    .where(and(eq(contractorInvoices.workOrderId, order.id), which))
    .returning();
  if (approved.length === 0) return { order, approved };
  const settled = await write(tx, order, { overCeilingAt: stillOver(order) }, order.overCeilingAt !== null);
  for (const { id: invoiceId, amountCents } of approved) {
    await tell(tx, scope, settled, { kind: "invoice.approved", detail: { invoiceId, amountCents } });
  }
  return { order: settled, approved };
}

/** Since when a locked order waits for an approval: no longer, once none of its contractor's invoices needs one. */
export function stillOver(order: WorkOrder): SQL<Date | null> {
  const others = sql`exists (select 1 from contractor_invoices i where i.work_order_id = ${order.id}
    and i.contractor_id = ${order.contractorId} and i.state = 'needs-approval')`;
  return sql<Date | null>`case when ${others} then over_ceiling_at end`;
}
