import { type Asked, type Notice, openInvoice } from "@/app/portal/invoices/[id]/open-invoice";
import { readersReceipt } from "@/app/portal/invoices/[id]/receipt";
import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import { InvoiceWaiting } from "@/components/portal/invoice-waiting";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { ClientDocument } from "@/lib/documents/for-client";
import { readClientInvoice } from "@/lib/invoices/for-client";
import type { ClientInvoice, PaymentView } from "@/lib/invoices/views";
import { documentHref } from "@/lib/links/policy";

/** An invoice for whoever may read it: what became of the payment that they come back from, or else how it stands. */
export async function comingBack(scope: DocumentScope, document: ClientDocument, asked: Asked) {
  const invoice = await readClientInvoice(scope, document.id, new Date());
  const { payments } = invoice.view;
  const back = payments.find(({ id }) => id === asked.payment);
  const receipt = back?.state === "received" ? back : lastPaid(invoice);
  // Whoever meant to pay has their answer in that it is paid; anything else that was refused is told.
  const isRefused = asked.kept !== "" && asked.do !== "pay";
  if (receipt && !isRefused) return readersReceipt(scope, document, { invoice, payment: receipt });
  if (back?.state === "started") return waiting(scope, document, back);
  return openInvoice(scope, document, { invoice, asked, notice: back ? noticeOf(back) : null });
}

/** Of what is paid the payment that came last: its receipt is what there is to see. */
const lastPaid = ({ view: { status, payments } }: ClientInvoice) =>
  status === "paid" ? payments.find(({ state }) => state === "received") : undefined;

async function waiting(scope: DocumentScope, { id }: ClientDocument, payment: PaymentView) {
  const { name: shop } = await portalShop(scope);
  const page = documentHref("invoice", id);
  return (
    <PortalFrame scope={scope} current="billing">
      <InvoiceWaiting
        amount={payment.amount}
        shop={shop}
        page={page}
        here={`${page}?payment=${payment.id}`}
      />
    </PortalFrame>
  );
}

function noticeOf({ state, amount, failure, receipt }: PaymentView): Notice | null {
  if (state === "pending")
    return { tone: "good", words: `Thank you. ${amount} is on its way from your bank.` };
  if (state === "lapsed") return { tone: "quiet", words: "Nothing was paid. You can pay here any time." };
  if (state !== "failed") return null;
  const what = receipt
    ? [`Your bank took ${amount} back.`, failure]
    : [`Your payment of ${amount} didn’t go through.`, failure, "Nothing was taken."];
  const again = "You can pay again, with something else if you like.";
  return { tone: "problem", words: [...what, again].filter(Boolean).join(" ") };
}
