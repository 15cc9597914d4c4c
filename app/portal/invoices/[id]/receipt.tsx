import { AskBlock } from "@/app/portal/ask-block";
import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import { toEverything } from "@/app/portal/to-everything";
import { ShopColour } from "@/app/shop-colour";
import { ToEverything } from "@/components/portal/document-page";
import { InvoicePaid } from "@/components/portal/invoice-paid";
import { PortalShell } from "@/components/portal/portal-shell";
import { phoneWords } from "@/lib/address";
import { shopOf } from "@/lib/auth/arrive";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { ClientScope, PayerScope } from "@/lib/auth/scope";
import { readOwnStay } from "@/lib/auth/session-list";
import { dayOfMonth } from "@/lib/dates";
import type { ClientDocument } from "@/lib/documents/for-client";
import { readClientInvoice } from "@/lib/invoices/for-client";
import type { ClientInvoice, PaymentView } from "@/lib/invoices/views";
import { documentHref } from "@/lib/links/policy";

type Shown = { invoice: ClientInvoice; payment: PaymentView };

/** The receipt of one payment, for whoever may read its invoice. */
export async function readersReceipt(
  scope: DocumentScope,
  document: ClientDocument,
  { invoice, payment }: Shown,
) {
  const { name: shop } = await portalShop(scope);
  const page = documentHref("invoice", document.id);
  const everything = toEverything(scope.actor, page);
  const { view } = invoice;
  return (
    <PortalFrame scope={scope} current="billing">
      <InvoicePaid
        {...{ view, payment, shop, page }}
        after={view.status === "paid" ? await stayWords(scope) : ""}
      >
        {view.asked && (
          <p className="text-16">
            <a href={page} className="text-link inline-flex min-h-11 items-center">
              Back to the invoice
            </a>
          </p>
        )}
        <div className="empty:hidden">
          <AskBlock scope={scope} document={document} query={{}} />
        </div>
        {everything && (
          <div className="border-y border-line">
            <ToEverything shop={shop} everything={everything} />
          </div>
        )}
      </InvoicePaid>
    </PortalFrame>
  );
}

const isSignedIn = (scope: DocumentScope): scope is ClientScope => scope.actor.kind === "client";

/** What has closed, and what stays: “You stay signed in on this phone until May 24.” */
async function stayWords(scope: DocumentScope): Promise<string> {
  const stay = isSignedIn(scope) ? await readOwnStay(scope) : undefined;
  if (!stay) return closed(scope.actor);
  const { timeZone, locale } = await portalShop(scope);
  const where = /\b(Android|iOS)\b/.test(stay.device) ? "phone" : "computer";
  return `${closed(scope.actor)} You stay signed in on this ${where} until ${dayOfMonth(stay.until, timeZone, locale)}.`;
}

const closed = ({ address }: DocumentScope["actor"]) =>
  `Settled, so the link in your ${address.includes("@") ? "email" : "message"} has closed.`;

/** The same for the browser that paid by a link which is over now: this one payment, and nothing beside it. */
export async function payerReceipt(scope: PayerScope) {
  const { documentId, paymentId, name: payer } = scope.actor;
  const [invoice, found] = await Promise.all([
    readClientInvoice(scope, documentId, new Date()),
    shopOf(scope.tenantId),
  ]);
  const payment = invoice.view.payments.find(({ id }) => id === paymentId);
  if (!found || !payment) return null;
  const { name: shop, logo, brandColour, address, phone } = found;
  const named = {
    name: shop,
    logo,
    address,
    phone: phone ? { number: phone, words: phoneWords(phone) ?? phone } : null,
  };
  return (
    <>
      <ShopColour hex={brandColour} />
      <PortalShell shop={named} person={{ name: payer, address: null }} nav={null}>
        <InvoicePaid
          view={invoice.view}
          payment={payment}
          shop={shop}
          page={documentHref("invoice", documentId)}
          after={`${invoice.view.status === "paid" ? "Settled, so your link has closed. " : ""}Save the receipt: this page stays here for a day.`}
        />
      </PortalShell>
    </>
  );
}
