import { RouteButton } from "@/components/ui/route-button";
import type { InvoiceView } from "@/lib/invoices/views";
import type { OfficePayment } from "@/lib/payments/views";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { PageSection } from "./page-section";
import { PaymentRow } from "./payment-row";

type Props = {
  clientId: string;
  view: Pick<InvoiceView, "id" | "asked">;
  payments: OfficePayment[];
  /** Missing for whoever may only look. */
  takeBack: FormAction | null;
};

/** The money of an invoice: what came, what is on its way, what went back, and what can be done about it. */
export function PaymentsOfInvoice({ clientId, view, payments, takeBack }: Props) {
  const shown = payments.filter(({ state }) => state !== "lapsed");
  const lapsed = payments.length - shown.length;
  return (
    <PageSection
      id="payments"
      heading="Payments"
      act={
        takeBack &&
        view.asked && (
          <RouteButton href={hrefs.recordPayment(clientId, view.id)} scroll={false}>
            Record a payment
          </RouteButton>
        )
      }
    >
      {shown.length > 0 ? (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {shown.map((payment) => (
            <PaymentRow
              key={payment.id}
              payment={payment}
              receiptHref={payment.receipt && hrefs.receiptPdf(view.id, payment.id)}
              refundHref={takeBack ? hrefs.refundPayment(clientId, view.id, payment.id) : null}
              takeBack={takeBack}
            />
          ))}
        </ul>
      ) : (
        <p className="pt-3 text-14 text-ink-3">Nobody has paid any of it yet.</p>
      )}
      {lapsed > 0 && (
        <p className="pt-2 text-13 text-ink-3">
          {lapsed === 1 ? "One payment was" : `${lapsed} payments were`} begun and not finished.
        </p>
      )}
    </PageSection>
  );
}
