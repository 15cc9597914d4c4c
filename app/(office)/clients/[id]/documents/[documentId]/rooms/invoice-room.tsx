import { Download } from "lucide-react";
import { InvoicePayments } from "@/app/(office)/clients/[id]/documents/[documentId]/rooms/invoice-payments";
import type { RoomProps } from "@/app/(office)/clients/[id]/documents/[documentId]/rooms/room-props";
import { makeVoid, save, settle } from "@/app/(office)/clients/invoices/actions";
import { hrefs } from "@/components/office/hrefs";
import { InvoiceDisputed } from "@/components/office/invoice-disputed";
import { InvoiceEditor } from "@/components/office/invoice-editor";
import { InvoiceEnd } from "@/components/office/invoice-end";
import { InvoiceRecord } from "@/components/office/invoice-record";
import { InvoiceSource } from "@/components/office/invoice-source";
import { PageSection } from "@/components/office/page-section";
import { ButtonLink } from "@/components/ui/button";
import { readOfficeInvoice } from "@/lib/invoices/for-office";

/** An invoice: written while it is a draft, and from its sending on what stands, what came of it, and what isn’t agreed. */
export async function InvoiceRoom({ scope, document, mayWrite }: RoomProps) {
  const { id, closedAs } = document;
  const invoice = await readOfficeInvoice(scope, id, new Date());
  if (!invoice) return null;
  const { view, draft, source, whyNotVoid } = invoice;
  const isOpen = mayWrite && closedAs === null;
  return (
    <>
      {view.disputed && (
        <PageSection
          id="disputed"
          heading="The client disagrees"
          intro="Nobody is reminded until you settle it."
        >
          <InvoiceDisputed id={id} disputed={view.disputed} settle={isOpen ? settle : null} />
        </PageSection>
      )}
      <PageSection
        id="lines"
        heading={draft ? "Lines" : "Invoice"}
        intro={draft && isOpen && added}
        act={
          <ButtonLink
            href={hrefs.invoicePdf(id)}
            icon={<Download aria-hidden size={14} strokeWidth={1.75} />}
          >
            PDF
          </ButtonLink>
        }
      >
        {source && <InvoiceSource source={source} />}
        {draft && isOpen ? (
          <InvoiceEditor document={document} draft={draft} files={view.files} action={save} />
        ) : (
          <InvoiceRecord view={view} />
        )}
      </PageSection>
      {view.number && <InvoicePayments {...{ scope, document, view, mayWrite }} />}
      {mayWrite && view.number && view.status !== "void" && (
        <PageSection
          id="closing"
          heading="When it no longer applies"
          intro="From then on nobody can open or pay it."
        >
          <InvoiceEnd id={id} whyNot={whyNotVoid} makeVoid={makeVoid} />
        </PageSection>
      )}
    </>
  );
}

const added =
  "Added up by themselves. A credit is a price with a minus. It gets its number when you send it, and stays as it is from then on.";
