import { OpenDocument } from "@/app/(office)/clients/[id]/documents/[documentId]/open-document";
import { record } from "@/app/(office)/clients/payments/actions";
import { RecordPaymentDialog } from "@/components/office/record-payment-dialog";
import { mayWrite } from "@/lib/auth/gates";
import { readRecording } from "@/lib/payments/for-office";

type Props = { params: Promise<{ id: string; documentId: string }> };

export default function RecordPayment({ params }: Props) {
  return (
    <OpenDocument
      params={params}
      over={async (scope, document) => {
        const asked = mayWrite(scope) && (await readRecording(scope, document.id, new Date()));
        return asked ? <RecordPaymentDialog document={document} asked={asked} action={record} /> : null;
      }}
    />
  );
}
