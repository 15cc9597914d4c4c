import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RouteButton } from "@/components/ui/route-button";
import type { OfficeWait } from "@/lib/documents/views";
import type { InvoiceView } from "@/lib/invoices/views";
import type { OfficePayment } from "@/lib/payments/views";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { PageSection } from "./page-section";
import { PaymentRow } from "./payment-row";

type Props = {
  clientId: string;
  view: Pick<InvoiceView, "id" | "asked">;
  payments: OfficePayment[];
  /** What of it waits for the office. */
  waitsFor: OfficeWait | null;
  /** Missing for whoever may only look. */
  acts: { takeBack: FormAction; putAway: FormAction } | null;
};

/** The money of an invoice: what came, what is on its way, what went back, and what can be done about it. */
export function PaymentsOfInvoice({ clientId, view, payments, waitsFor, acts }: Props) {
  const shown = payments.filter(({ state }) => state !== "lapsed");
  const lapsed = payments.length - shown.length;
  return (
    <PageSection
      id="payments"
      heading="Payments"
      act={
        acts &&
        view.asked && (
          <RouteButton href={hrefs.recordPayment(clientId, view.id)} scroll={false}>
            Record a payment
          </RouteButton>
        )
      }
    >
      {acts && <Failed id={view.id} waitsFor={waitsFor} putAway={acts.putAway} />}
      {shown.length > 0 ? (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {shown.map((payment) => (
            <PaymentRow
              key={payment.id}
              payment={payment}
              receiptHref={payment.receipt && hrefs.receiptPdf(view.id, payment.id)}
              refundHref={acts ? hrefs.refundPayment(clientId, view.id, payment.id) : null}
              takeBack={acts?.takeBack ?? null}
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

type FailedProps = { id: string; waitsFor: Props["waitsFor"]; putAway: FormAction };

const failures: Partial<Record<OfficeWait, string>> = {
  "payment-failed": "A payment did not go through, or its bank took it back. Look below at which, and why.",
  "refund-failed": "A refund did not reach its payer. Look below, and give it back by another way.",
};

function Failed({ id, waitsFor, putAway }: FailedProps) {
  const words = waitsFor && failures[waitsFor];
  if (!words) return null;
  return (
    <div className="pt-3">
      <Notice tone="problem">
        <p>{words}</p>
        <ActionForm action={putAway} sends={{ documentId: id }} className="mt-2">
          <Button>Done with this</Button>
        </ActionForm>
      </Notice>
    </div>
  );
}
