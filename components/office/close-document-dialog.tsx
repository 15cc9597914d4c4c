"use client";
// A client component because it is modal.

import { ButtonLink } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import type { DocumentView } from "@/lib/documents/views";
import type { DocumentEnd } from "@/lib/links/policy";
import { CloseButton } from "./document-acts";
import { endActs } from "./document-ends";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { useRoutedDialog } from "./routed-dialog";

type Props = { document: DocumentView; as: DocumentEnd; action: FormAction };

/** Asks once more before a document is closed for good. */
export function CloseDocumentDialog({ document, as, action }: Props) {
  const { id, clientId, kind, title } = document;
  const closeHref = hrefs.document(clientId, id);
  const open = useRoutedDialog("close-document", closeHref);
  return (
    <Dialog id="close-document" labelledBy="close-document-heading" open={open} closeHref={closeHref}>
      <div className="grid gap-4 p-5 sm:p-6">
        <div className="flex items-start justify-between gap-4">
          <h2 id="close-document-heading" className="text-18 font-600">
            {endActs(kind)[as]}?
          </h2>
          <DialogClose href={closeHref} />
        </div>
        <p className="text-14 text-ink-2 wrap-anywhere">
          “{title}” can’t be sent or opened by a link after that, and there is no way back.{" "}
          {as === "cancelled" ? "Whoever was sent it is told." : "Nobody is told."}
        </p>
        <div className="flex flex-wrap justify-end gap-2">
          <ButtonLink href={closeHref} data-close="" size="desk-tall">
            Leave it as it is
          </ButtonLink>
          <CloseButton action={action} document={document} as={as} />
        </div>
      </div>
    </Dialog>
  );
}
