import { OpenDocument } from "@/app/(office)/clients/[id]/documents/[documentId]/open-document";
import { refund } from "@/app/(office)/clients/payments/actions";
import { RefundDialog } from "@/components/office/refund-dialog";
import { mayWrite } from "@/lib/auth/gates";
import { readRefunding } from "@/lib/payments/for-office";

type Props = { params: Promise<{ id: string; documentId: string; paymentId: string }> };

export default function RefundPayment({ params }: Props) {
  return (
    <OpenDocument
      params={params}
      over={async (scope, document) => {
        const { paymentId } = await params;
        const which = { documentId: document.id, paymentId };
        const asked = mayWrite(scope) && (await readRefunding(scope, which));
        return asked ? <RefundDialog document={document} asked={asked} action={refund} /> : null;
      }}
    />
  );
}
