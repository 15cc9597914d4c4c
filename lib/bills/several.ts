import type { z } from "zod";
import { inTenant } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { contractorInvoices } from "@/db/schema/work-orders";
import type { StaffScope } from "@/lib/auth/scope";
import { amountWords } from "@/lib/money";
import { done, type Outcome, refuse } from "@/lib/outcome";
import {
  approveSome,
  asShown,
  type ContractorInvoice,
  countCorrected,
} from "@/lib/work-orders/contractor-invoice";
import { lock } from "@/lib/work-orders/work-order";
import type { ShownBill } from "./acts";
import { payBills } from "./pay";
import type { severalForm } from "./sent";

/** Those of several that were moved, how many were named, and how many of these were corrected since they were shown. */
export type Moved = { moved: ContractorInvoice[]; asked: number; corrected: number };

/**
 * Approves several invoices or marks them as paid, and says in words how many it was. Those that can’t be are left, and
 * told. Refuses where none can be, as stale where that is for their corrections, and a form in which none is ticked.
 */
export async function actOnSeveral(
  scope: StaffScope,
  sent: z.output<typeof severalForm>,
  now: Date,
): Promise<Outcome<string>> {
  if (sent.bills.length === 0) return refuse("invalid", { sentence: "Tick the invoices first." });
  const did = sent.act === "pay" ? await payBills(scope, sent, now) : await approveSeveral(scope, sent.bills);
  if (!did.ok) return did;
  const { moved, asked, corrected } = did.value;
  const words = said[sent.act];
  if (moved.length === 0 && corrected > 0) return refuse("stale", { sentence: words.stale });
  if (moved.length === 0) return refuse("not-allowed-now", { sentence: words.none });
  const left = asked - moved.length - corrected;
  return done(
    [
      `${countWords(moved.length)} ${words.done}, ${await sumOf(scope, moved)}.`,
      left > 0 && `${leftWords(left)} ${words.why}`,
      corrected > 0 && `${leftWords(corrected)} corrected while you were looking.`,
    ]
      .filter(Boolean)
      .join(" "),
  );
}

const said = {
  pay: {
    done: "marked as paid",
    none: "Nothing was marked. Only what is approved can be paid, and only once.",
    stale: "Nothing was marked. A corrected invoice came while you were looking. Here is how it is now.",
    why: "only what is approved can be paid, and only once.",
  },
  approve: {
    done: "approved",
    none: "Nothing was approved. These are approved or paid already.",
    stale: "Nothing was approved. A corrected invoice came while you were looking. Here is how it is now.",
    why: "approved or paid already.",
  },
};

const countWords = (count: number) => (count === 1 ? "1 invoice" : `${count} invoices`);
const leftWords = (count: number) => (count === 1 ? "1 was left:" : `${count} were left:`);

/** Approves those of several invoices that may be. Their orders are locked in one order, so that two at once don’t block. */
async function approveSeveral(scope: StaffScope, bills: ShownBill[]): Promise<Outcome<Moved>> {
  return inTenant(scope, async (tx) => {
    const { workOrderId } = contractorInvoices;
    const orders = await tx
      .selectDistinct({ id: workOrderId })
      .from(contractorInvoices)
      .where(asShown(bills))
      .orderBy(workOrderId);
    const moved: ContractorInvoice[] = [];
    for (const order of orders) {
      const locked = await lock(tx, order.id);
      if (locked.ok) moved.push(...(await approveSome(tx, scope, locked.value, bills)).approved);
    }
    return done({ moved, asked: bills.length, corrected: await countCorrected(tx, bills) });
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
