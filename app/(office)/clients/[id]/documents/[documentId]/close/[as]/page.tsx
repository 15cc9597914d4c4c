import { OpenDocument } from "@/app/(office)/clients/[id]/documents/[documentId]/open-document";
import { close } from "@/app/(office)/clients/documents/actions";
import { CloseDocumentDialog } from "@/components/office/close-document-dialog";
import { isEndedWithReason } from "@/components/office/document-ends";
import { mayWrite } from "@/lib/auth/gates";

type Props = { params: Promise<{ id: string; documentId: string; as: string }> };

export default function CloseDocument({ params }: Props) {
  return (
    <OpenDocument
      params={params}
      over={async (scope, document) => {
        const asked = (await params).as;
        const as = document.ends.find((end) => end === asked);
        return as && mayWrite(scope) && !isEndedWithReason(document) ? (
          <CloseDocumentDialog document={document} as={as} action={close} />
        ) : null;
      }}
    />
  );
}
