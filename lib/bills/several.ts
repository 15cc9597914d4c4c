import { inArray } from "drizzle-orm";
import type { z } from "zod";
import { inTenant } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { contractorInvoices } from "@/db/schema/work-orders";
import type { StaffScope } from "@/lib/auth/scope";
import { amountWords } from "@/lib/money";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { approveSome, type ContractorInvoice } from "@/lib/work-orders/contractor-invoice";
import { lock } from "@/lib/work-orders/work-order";
import { payBills } from "./pay";
import type { severalForm } from "./sent";

/** Those of several that were moved, and how many were named. */
export type Moved = { moved: ContractorInvoice[]; asked: number };

/**
 * Approves several invoices or marks them as paid, and says in words how many it was. Those that can’t be are left, and
 * told. Refuses where none can be, and a form in which none is ticked.
 */
export async function actOnSeveral(
  scope: StaffScope,
  sent: z.output<typeof severalForm>,
  now: Date,
): Promise<Outcome<string>> {
  if (sent.billIds.length === 0) return refuse("invalid", { sentence: "Tick the invoices first." });
  const did =
    sent.act === "pay" ? await payBills(scope, sent, now) : await approveSeveral(scope, sent.billIds);
  if (!did.ok) return did;
  const { moved, asked } = did.value;
  const words = said[sent.act];
  if (moved.length === 0) return refuse("not-allowed-now", { sentence: words.none });
  const left = asked - moved.length;
  const sum = await sumOf(scope, moved);
  return done(
    `${countWords(moved.length)} ${words.done}, ${sum}.${left > 0 ? ` ${leftWords(left)} ${words.why}` : ""}`,
  );
}

const said = {
  pay: {
    done: "marked as paid",
    none: "Nothing was marked. Only what is approved can be paid, and only once.",
    why: "only what is approved can be paid, and only once.",
  },
  approve: {
    done: "approved",
    none: "Nothing was approved. These are approved or paid already.",
    why: "approved or paid already.",
  },
};

const countWords = (count: number) => (count === 1 ? "1 invoice" : `${count} invoices`);
const leftWords = (count: number) => (count === 1 ? "1 was left:" : `${count} were left:`);

/** Approves those of several invoices that may be. Their orders are locked in one order, so that two at once don’t block. */
async function approveSeveral(scope: StaffScope, billIds: string[]): Promise<Outcome<Moved>> {
  return inTenant(scope, async (tx) => {
    const { id, workOrderId } = contractorInvoices;
    const orders = await tx
      .selectDistinct({ id: workOrderId })
      .from(contractorInvoices)
      .where(inArray(id, billIds))
      .orderBy(workOrderId);
    const moved: ContractorInvoice[] = [];
    for (const order of orders) {
      const locked = await lock(tx, order.id);
      if (locked.ok) moved.push(...(await approveSome(tx, scope, locked.value, billIds)).approved);
    }
    return done({ moved, asked: billIds.length });
  });
}

/** What they come to: “$1,204.00”, or one sum for each currency. */
async function sumOf(scope: StaffScope, bills: ContractorInvoice[]): Promise<string> {
  const [tenant] = await inTenant(scope, (tx) => tx.select({ locale: tenants.locale }).from(tenants));
  const sums = new Map<string, number>();
  for (const { currency, amountCents } of bills) sums.set(currency, (sums.get(currency) ?? 0) + amountCents);
  const locale = tenant?.locale ?? "en-AU";
  return Array.from(sums, ([currency, cents]) => amountWords(cents, { currency, locale })).join(" and ");
}
