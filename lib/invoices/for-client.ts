import { inTenant } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { PayerScope } from "@/lib/auth/scope";
import { bankDetailsInForce } from "@/lib/bank/in-force";
import { amountWords, symbolOf, typedAmount } from "@/lib/money";
import { canPayOnline } from "@/lib/payments/pay";
import { type Invoice, readInvoice } from "./read";
import { invoiceView, type Look } from "./show";
import { leastCents, leftCents, mayPay, mostOnlineCents } from "./standing";
import type { ClientInvoice, InvoiceView, Payable } from "./views";
import { whomOf } from "./whom";

/** What a client reads of an invoice. The caller has settled that they may. */
export function readClientInvoice(
  scope: DocumentScope | PayerScope,
  id: string,
  now: Date,
): Promise<ClientInvoice> {
  return inTenant(scope, async (tx) => {
    const [read, [tenant]] = await Promise.all([readInvoice(tx, id), tx.select().from(tenants)]);
    if (!read || !tenant) throw new Error("An invoice has no row of its own.");
    const look = { zone: tenant.timeZone, locale: tenant.locale, now };
    const view = invoiceView(read, look);
    const bank = view.asked && scope.actor.kind !== "payer" ? await bankDetailsInForce(tx, now) : null;
    const { name, place } = await whomOf(tx, read);
    return {
      view,
      whom: [name, place].filter(Boolean).join(", "),
      symbol: symbolOf({ currency: read.invoice.currency, locale: tenant.locale }),
      ...payables(read, view, look),
      bank,
    };
  });
}

/** What the buttons ask for: what is asked, or else the nearest to it that can be paid online. */
function payables({ document, invoice }: Invoice, { asked }: InvoiceView, { locale }: Look) {
  const payable = (cents: number): Payable => ({
    amount: amountWords(cents, { currency: invoice.currency, locale }),
    typed: typedAmount(cents),
  });
  if (!asked || !canPayOnline(invoice.currency)) return { pay: null, whole: null };
  const { sentAt, closedAs } = document;
  const may = (cents: number) => mayPay({ ...invoice, sentAt, closedAs }, cents);
  const left = leftCents(invoice);
  const pay = [asked.cents, left, Math.min(mostOnlineCents, left - leastCents)].find(may);
  if (pay === undefined) return { pay: null, whole: null };
  return { pay: payable(pay), whole: left > pay && may(left) ? payable(left) : null };
}
