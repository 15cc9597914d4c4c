import { and, eq, gte, inArray, type SQL } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { contractorInvoices } from "@/db/schema/work-orders";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { dayIn, startOfDay } from "@/lib/dates";
import { record } from "@/lib/events/record";
import { done, type Outcome, refuse } from "@/lib/outcome";
import {
  asShown,
  type ContractorInvoice,
  countCorrected,
  findInvoice,
} from "@/lib/work-orders/contractor-invoice";
import { billActs, type ShownBill } from "./acts";
import type { Moved } from "./several";

export type Payment = {
  bills: ShownBill[];
  /** The day on which the money went out, `2026-04-24`. */
  paidOn: string;
  /** What the bank statement says; may be empty. */
  reference: string;
};

/**
 * Writes down that invoices were paid: of those named, every one that is approved, each once, however many ask at the same
 * time. What was left is not approved, was paid before, or was corrected since it was shown. Refuses a day that has not come.
 */
export async function payBills(scope: StaffScope, payment: Payment, now: Date): Promise<Outcome<Moved>> {
  return inTenant(scope, async (tx) => {
    const { bills, paidOn, reference } = payment;
    if (paidOn > dayIn(now, await zoneOf(tx)))
      return refuse("invalid", { field: "paidOn", sentence: "Choose today or a day before it." });
    const { memberId } = scope.actor;
    const { id, state } = contractorInvoices;
    const which = and(asShown(bills), inArray(state, [...billActs.pay]));
    const paid = await tx
      .update(contractorInvoices)
      .set({ state: "paid", paidOn, paidBy: memberId, paidAt: now, reference })
      .where(and(which, inArray(id, inLine(tx, which))))
      .returning();
    for (const bill of paid)
      await tell(tx, scope, { kind: "bill.paid", bill, detail: { paidOn, reference } });
    return done({ moved: paid, asked: bills.length, corrected: await countCorrected(tx, bills) });
  });
}

/** The rows that fit, locked one after the other by id, so that two who name the same ones never wait for each other. */
const inLine = (tx: Tx, which: SQL | undefined) =>
  tx
    .select({ id: contractorInvoices.id })
    .from(contractorInvoices)
    .where(which)
    .orderBy(contractorInvoices.id)
    .for("no key update");

/**
 * Takes back that an invoice was paid, on the day on which that was written down: it is approved, as before. Refuses it later,
 * when the ledger has it, and of one that is not paid; taken back twice is taken back.
 */
export async function takeBackPayment(
  scope: StaffScope,
  billId: string,
  now: Date,
): Promise<Outcome<ContractorInvoice>> {
  return inTenant(scope, async (tx) => {
    const { id, state, paidAt } = contractorInvoices;
    const today = gte(paidAt, startOfDay(now, await zoneOf(tx)));
    const [bill] = await tx
      .update(contractorInvoices)
      .set({ state: "approved", paidOn: null, paidBy: null, paidAt: null, reference: "" })
      .where(and(eq(id, billId), inArray(state, [...billActs.takeBack]), today))
      .returning();
    if (bill) await tell(tx, scope, { kind: "bill.unpaid", bill, detail: {} });
    return bill ? done(bill) : whyNot(tx, billId);
  });
}

async function whyNot(tx: Tx, billId: string): Promise<Outcome<ContractorInvoice>> {
  const found = await findInvoice(tx, billId);
  if (!found) return refuse("not-found");
  if (found.state === "approved") return done(found);
  const sentence =
    found.state === "paid"
      ? "This was marked as paid before today. Only the same day can take it back."
      : "This invoice isn’t paid.";
  return refuse("not-allowed-now", { status: found.state, sentence });
}

type Told = {
  kind: "bill.paid" | "bill.unpaid";
  bill: ContractorInvoice;
  detail: Record<string, string>;
};

function tell(tx: Tx, scope: StaffScope, { kind, bill, detail }: Told): Promise<void> {
  const { id: invoiceId, amountCents, workOrderId, contractorId: contactId } = bill;
  return record(tx, {
    ...{ ...doerOf(scope), tenantId: scope.tenantId, kind, workOrderId, contactId },
    detail: { invoiceId, amountCents, ...detail },
  });
}

async function zoneOf(tx: Tx): Promise<string> {
  const [tenant] = await tx.select({ zone: tenants.timeZone }).from(tenants);
  if (!tenant) throw new Error("A session's business is gone.");
  return tenant.zone;
}
