import type { DocumentView } from "@/lib/documents/views";
import type { DocumentEnd } from "@/lib/links/policy";
import { AskingDialog } from "./asking-dialog";
import { CloseButton } from "./document-acts";
import { endActs } from "./document-ends";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";

type Props = { document: DocumentView; as: DocumentEnd; action: FormAction };

/** Asks once more before a document is closed for good. */
export function CloseDocumentDialog({ document, as, action }: Props) {
  const { id, clientId, kind, title } = document;
  const closeHref = hrefs.document(clientId, id);
  return (
    <AskingDialog
      id="close-document"
      closeHref={closeHref}
      heading={`${endActs(kind)[as]}?`}
      leave="Leave it as it is"
      act={<CloseButton action={action} document={document} as={as} />}
    >
      <p className="text-14 text-ink-2 wrap-anywhere">
        “{title}” can’t be sent or opened by a link after that, and there is no way back.{" "}
        {as === "cancelled" ? "Whoever was sent it is told." : "Nobody is told."}
      </p>
    </AskingDialog>
  );
}
