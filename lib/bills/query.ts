import { and, eq, inArray, type SQL } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { contractorInvoices } from "@/db/schema/work-orders";
import type { StaffScope } from "@/lib/auth/scope";
import { amountWords } from "@/lib/money";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { type ContractorInvoice, stillOver } from "@/lib/work-orders/contractor-invoice";
import { sendJobLink, writeToThread } from "@/lib/work-orders/dispatch";
import { isWithContractor } from "@/lib/work-orders/machine";
import { type Reached, reach, usualWay } from "@/lib/work-orders/reach";
import { surroundings, tell, type WorkOrder, write } from "@/lib/work-orders/work-order";
import { billActs } from "./acts";
import { overCentsOf } from "./earlier";
import { lockBill } from "./find";

type Query = { billId: string; version: number; text: string };

/**
 * Asks the contractor about an invoice: the words go into the thread of its job and to the contractor by the channel of the
 * dispatch, with a link to answer by. The invoice is queried, and waits for nobody's approval until it is taken on. `version`
 * is its order's: a stale form, as a second tap is one, is refused, and so is what is paid or whose job went to somebody else.
 */
export async function queryBill(scope: StaffScope, query: Query): Promise<Outcome<ContractorInvoice>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockBill(tx, query.billId);
    if (!locked.ok) return locked;
    const { bill, order } = locked.value;
    if (order.version !== query.version) return refuse("stale", { status: bill.state });
    const reached = await reachSender(tx, bill, order);
    if (!reached.ok) return reached;
    const queried = await moveBill(tx, bill.id, billActs.query, {
      state: "queried",
      approvedAt: null,
      approvedBy: null,
    });
    if (!queried) return refuse("not-allowed-now", { status: bill.state, sentence: alreadyPaid });
    const settled = await write(tx, order, { overCeilingAt: stillOver(order) }, order.overCeilingAt !== null);
    const { tenant } = await surroundings(tx, order.id);
    const amount = amountWords(bill.amountCents, { currency: bill.currency, locale: tenant.locale });
    const about = `About your invoice ${[bill.number, amount].filter(Boolean).join(", ")}: ${query.text}`;
    const entryId = await writeToThread(tx, scope, settled, about);
    const detail = { invoiceId: bill.id, amountCents: bill.amountCents, words: query.text, entryId };
    await tell(tx, scope, settled, { kind: "bill.queried", detail });
    await sendJobLink(tx, scope, settled, {
      kind: "answer",
      to: reached.value,
      detail: { answer: about, question: "" },
    });
    return done(queried);
  });
}

const alreadyPaid = "This invoice is paid, so there is nothing left to ask. Take the payment back first.";

/** Where whoever sent an invoice is reached about it: by a link to the job, as long as it is still theirs. */
async function reachSender(tx: Tx, bill: ContractorInvoice, order: WorkOrder): Promise<Outcome<Reached>> {
  const { contractor } = await surroundings(tx, order.id);
  const isTheirs = contractor?.id === bill.contractorId && isWithContractor(order.status);
  if (!contractor || !isTheirs) return refuse("not-allowed-now", { sentence: goneElsewhere });
  return reach(tx, contractor.id, await usualWay(tx, order, contractor));
}

const goneElsewhere = "This job is no longer with them, so a link to it would not open. Call them about it.";

/**
 * Takes the question about an invoice as settled: over the ceiling of its order, with those before it, it needs approval
 * again, and otherwise stands as received. Refuses one that is not queried; settled twice is settled.
 */
export async function settleBill(scope: StaffScope, billId: string): Promise<Outcome<ContractorInvoice>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockBill(tx, billId);
    if (!locked.ok) return locked;
    const { bill, order } = locked.value;
    const isTheirs = bill.contractorId === order.contractorId;
    const ceilingCents = isTheirs ? order.ceilingCents : bill.ceilingCents;
    const over = (await overCentsOf(tx, billId, ceilingCents)) > 0;
    const settled = await moveBill(tx, billId, billActs.settle, {
      state: over ? "needs-approval" : "received",
      ceilingCents,
    });
    if (!settled) return isStanding(bill) ? done(bill) : refuse("not-allowed-now", { status: bill.state });
    const waits = over && isTheirs;
    const written = await write(tx, order, waits ? { overCeilingAt: new Date() } : {}, waits);
    const { amountCents } = bill;
    await tell(tx, scope, written, { kind: "bill.settled", detail: { invoiceId: billId, amountCents } });
    return done(settled);
  });
}

const isStanding = ({ state }: ContractorInvoice) => state === "received" || state === "needs-approval";

type Change = { [Column in keyof ContractorInvoice]?: ContractorInvoice[Column] | SQL };

/** One conditional statement: the invoice as it is then, or nothing where it is in none of these states. */
async function moveBill(
  tx: Tx,
  id: string,
  from: readonly ContractorInvoice["state"][],
  change: Change,
): Promise<ContractorInvoice | undefined> {
  const which = and(eq(contractorInvoices.id, id), inArray(contractorInvoices.state, [...from]));
  const [moved] = await tx.update(contractorInvoices).set(change).where(which).returning();
  return moved;
}
