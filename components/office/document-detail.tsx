import Link from "next/link";
import { kindWords } from "@/components/links/document-words";
import { type DocumentActions, DocumentActs, type OfficeDocument } from "./document-acts";
import { DocumentForm } from "./document-form";
import { DocumentStanding } from "./document-standing";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { PageSection } from "./page-section";

type Props = {
  document: OfficeDocument & { body: string };
  client: string;
  /** Missing for whoever may only look. */
  actions: (DocumentActions & { edit: FormAction }) | null;
};

/** One document: how far it has come, what it says, and what can be done with it. A draft’s words may still change. */
export function DocumentDetail({ document, client, actions }: Props) {
  const { clientId, kind, standing, ends, body } = document;
  return (
    <>
      <div className="-mt-4 mb-6 flex flex-wrap items-center gap-x-4 gap-y-1 text-14 text-ink-2">
        <p>
          {kindWords(kind)} for{" "}
          <Link href={hrefs.client(clientId)} className="text-link">
            {client}
          </Link>
        </p>
        <DocumentStanding document={document} />
      </div>
      {actions && ends.length > 0 && (
        <PageSection id="sending" heading="Send or close">
          <DocumentActs document={document} actions={actions} />
        </PageSection>
      )}
      <PageSection id="words" heading="What it says">
        {actions && standing === "draft" ? (
          <div className="mt-4">
            <DocumentForm
              action={actions.edit}
              clientId={clientId}
              document={document}
              backHref={hrefs.client(clientId)}
            />
          </div>
        ) : (
          <p className="mt-2 text-15 whitespace-pre-line wrap-anywhere">{body || "Nothing yet."}</p>
        )}
      </PageSection>
    </>
  );
}
