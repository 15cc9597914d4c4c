import Link from "next/link";
import { kindWords } from "@/components/links/document-words";
import { RouteButton } from "@/components/ui/route-button";
import type { OfficeDocument } from "./document-acts";
import { type DocumentActions, DocumentActs } from "./document-acts";
import { DocumentStanding } from "./document-standing";
import { hrefs } from "./hrefs";
import { PageSection } from "./page-section";

type Props = {
  documents: OfficeDocument[];
  newHref: string;
  /** Missing for whoever may only look. */
  actions: DocumentActions | null;
};

/** What a client is sent by link: how far each has come, and what can be done with it. */
export function DocumentList({ documents, newHref, actions }: Props) {
  return (
    <PageSection
      id="documents"
      heading="Documents"
      intro={
        documents.length === 0 &&
        "None yet. A contract, a scope, an invoice or anything else here goes out as a link that needs no password."
      }
      act={actions && <RouteButton href={newHref}>New document</RouteButton>}
    >
      <ul className="divide-y divide-line">
        {documents.map((document) => (
          <li key={document.id} className="py-2.5">
            <Row document={document} />
            {actions && document.ends.length > 0 && (
              <details>
                <summary
                  aria-label={`Send or close ${document.title}`}
                  className="text-link w-fit list-none text-13 pointer-coarse:py-3"
                >
                  {document.standing === "draft" ? "Send or close" : "Send again or close"}
                </summary>
                <DocumentActs document={document} actions={actions} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

function Row({ document }: { document: OfficeDocument }) {
  const { id, clientId, kind, title } = document;
  return (
    <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <p className="min-w-0 text-14">
        <Link
          href={hrefs.document(clientId, id)}
          prefetch={false}
          className="font-550 wrap-anywhere pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
        >
          {title}
        </Link>
        <span className="block text-13 text-ink-3">{kindWords(kind)}</span>
      </p>
      <DocumentStanding document={document} />
    </div>
  );
}
