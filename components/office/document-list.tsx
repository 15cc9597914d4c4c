import { RouteButton } from "@/components/ui/route-button";
import type { DocumentView } from "@/lib/documents/views";
import { DocumentRow } from "./document-row";
import { PageSection } from "./page-section";
import { Pager } from "./table";

type Props = {
  documents: DocumentView[];
  /** Missing for whoever may only look. */
  newHref: string | null;
  /** The pages beside this one. */
  pages: { backHref: string | null; moreHref: string | null };
};

/** What a client is sent by link, of all their projects and the newest first, and how far each has come. */
export function DocumentList({ documents, newHref, pages }: Props) {
  return (
    <PageSection
      id="documents"
      heading="Documents"
      intro={documents.length === 0 && noDocuments}
      act={newHref && <RouteButton href={newHref}>New document</RouteButton>}
    >
      <ul className="divide-y divide-line">
        {documents.map((document) => (
          <DocumentRow key={document.id} document={document} namesKind mayWrite={newHref !== null} />
        ))}
      </ul>
      <Pager {...pages} back="Newest" more="Older" />
    </PageSection>
  );
}

export const noDocuments =
  "None yet. A contract, a scope, an invoice or anything else here goes out as a link that needs no password.";
