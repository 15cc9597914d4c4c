import { Download } from "lucide-react";
import { AskBlock } from "@/app/portal/ask-block";
import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import { toEverything } from "@/app/portal/to-everything";
import { BankDetails } from "@/components/portal/bank-details";
import { ToEverything } from "@/components/portal/document-page";
import { InvoiceDispute } from "@/components/portal/invoice-dispute";
import { InvoicePage } from "@/components/portal/invoice-page";
import { RefusedWords } from "@/components/portal/refused-words";
import type { NoticeTone } from "@/components/ui/notice";
import { phoneWords } from "@/lib/address";
import { holderOf } from "@/lib/auth/client-gates";
import { type Kept, readKeptForm } from "@/lib/auth/kept-form";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { ClientDocument } from "@/lib/documents/for-client";
import type { ClientInvoice } from "@/lib/invoices/views";
import { documentHref } from "@/lib/links/policy";

/** What the page’s address says: the form that was refused there, or the payment that somebody comes back from. */
export type Asked = { do: string; kept: string; payment: string };

/** What became of the payment that somebody comes back from. */
export type Notice = { tone: NoticeTone; words: string };

type Shown = { invoice: ClientInvoice; asked: Asked; notice: Notice | null };

/** An invoice with what it asks for, and every way to answer; of one that is over what was refused, and that it is over. */
export async function openInvoice(
  scope: DocumentScope,
  document: ClientDocument,
  { invoice, asked, notice }: Shown,
) {
  const shop = await portalShop(scope);
  const page = documentHref("invoice", document.id);
  const kept = asked.kept ? await readKeptForm(scope, holderOf(scope), asked.kept) : undefined;
  const { problem, amount, words, unsaved } = refusedOf(kept, asked.do, invoice);
  return (
    <PortalFrame scope={scope} current="billing" acts={<InvoicePdf page={page} />}>
      <InvoicePage
        invoice={invoice}
        shop={shop.name}
        page={page}
        notice={notice}
        problem={problem && <RefusedWords problem={problem} unsaved={unsaved} />}
        refused={amount}
        otherWay={<OtherWay invoice={invoice} shop={shop} />}
      >
        <Below {...{ scope, document, invoice, asked, page }} shop={shop.name} refused={words} />
      </InvoicePage>
    </PortalFrame>
  );
}

/** A refused form is shown again where it stood; of one that stands nowhere now the head of the page says why. */
function refusedOf(kept: Kept | undefined, sheet: string, { view, pay }: ClientInvoice) {
  const nothing = { problem: null, amount: null, words: null, unsaved: null };
  if (!kept || sheet === "ask") return nothing;
  const { problem, sent } = kept;
  if (sheet === "pay" && pay && view.takesParts)
    return { ...nothing, amount: { problem, typed: sent.amount ?? "" } };
  if (sheet === "dispute" && (view.disputed || view.asked))
    return { ...nothing, words: { problem, words: sent.words ?? "" } };
  return { ...nothing, problem, unsaved: sent.words };
}

type BelowProps = {
  scope: DocumentScope;
  document: ClientDocument;
  invoice: ClientInvoice;
  asked: Asked;
  shop: string;
  page: string;
  refused: { problem: string; words: string } | null;
};

type Shop = Awaited<ReturnType<typeof portalShop>>;

/** By transfer where the shop says where to; else whoever can’t pay here asks. */
function OtherWay({ invoice: { view, pay, bank }, shop }: { invoice: ClientInvoice; shop: Shop }) {
  if (bank) return <BankDetails bank={bank} shop={shop.name} reference={view.number ?? ""} />;
  if (!view.asked || pay) return null;
  const { phone } = shop;
  return (
    <p className="rounded-phone bg-sunken px-4 py-3 text-16">
      {shop.name} tells you how to pay it.{" "}
      {phone ? (
        <>
          Call <a href={`tel:${phone}`}>{phoneWords(phone) ?? phone}</a>, or ask below.
        </>
      ) : (
        "Ask below."
      )}
    </p>
  );
}

/** What follows the lines: what was asked, a disagreement, the way to the rest. */
function Below({ scope, document, invoice, asked, shop, page, refused }: BelowProps) {
  const { view } = invoice;
  const everything = toEverything(scope.actor, page);
  return (
    <>
      <div className="empty:hidden">
        <AskBlock scope={scope} document={document} query={asked} />
      </div>
      {(view.asked || view.disputed) && (
        <InvoiceDispute shop={shop} page={page} disputed={view.disputed} refused={refused} />
      )}
      {everything && (
        <div className="border-y border-line">
          <ToEverything shop={shop} everything={everything} />
        </div>
      )}
    </>
  );
}

const InvoicePdf = ({ page }: { page: string }) => (
  <a href={`${page}/pdf`} className="inline-flex min-h-11 items-center gap-2 px-3 text-15 text-ink-2">
    <Download aria-hidden size={18} strokeWidth={1.75} /> PDF
  </a>
);
