import { takeBack } from "@/app/(office)/clients/payments/actions";
import { PaymentsOfInvoice } from "@/components/office/payments-of-invoice";
import type { StaffScope } from "@/lib/auth/scope";
import type { DocumentView } from "@/lib/documents/views";
import type { InvoiceView } from "@/lib/invoices/views";
import { readPayments } from "@/lib/payments/for-office";

type Props = { scope: StaffScope; document: DocumentView; view: InvoiceView; mayWrite: boolean };

/** The money of an invoice that was sent. */
export async function InvoicePayments({ scope, document, view, mayWrite }: Props) {
  return (
    <PaymentsOfInvoice
      clientId={document.clientId}
      view={view}
      payments={await readPayments(scope, document.id, new Date())}
      takeBack={mayWrite ? takeBack : null}
    />
  );
}
