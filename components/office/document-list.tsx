import Link from "next/link";
import { kindWords } from "@/components/links/document-words";
import { RouteButton } from "@/components/ui/route-button";
import type { OfficeDocument } from "./document-acts";
import { DocumentStanding } from "./document-standing";
import { hrefs } from "./hrefs";
import { PageSection } from "./page-section";
import { Pager } from "./table";

type Props = {
  documents: OfficeDocument[];
  /** Missing for whoever may only look. */
  newHref: string | null;
  /** The pages beside this one. */
  pages: { backHref: string | null; moreHref: string | null };
};

/** What a client is sent by link, and how far each has come: what can be done with it stands on its own page. */
export function DocumentList({ documents, newHref, pages }: Props) {
  return (
    <PageSection
      id="documents"
      heading="Documents"
      intro={
        documents.length === 0 &&
        "None yet. A contract, a scope, an invoice or anything else here goes out as a link that needs no password."
      }
      act={newHref && <RouteButton href={newHref}>New document</RouteButton>}
    >
      <ul className="divide-y divide-line">
        {documents.map((document) => (
          <Row key={document.id} document={document} />
        ))}
      </ul>
      <Pager {...pages} back="Newest" more="Older" />
    </PageSection>
  );
}

function Row({ document }: { document: OfficeDocument }) {
  const { id, clientId, kind, title } = document;
  return (
    <li className="relative flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5 hover:bg-ink/3">
      <p className="min-w-0 text-14">
        <Link
          href={hrefs.document(clientId, id)}
          prefetch={false}
          className="font-550 before:absolute before:inset-0 wrap-anywhere"
        >
          {title}
        </Link>
        <span className="block text-13 text-ink-3">{kindWords(kind)}</span>
      </p>
      <DocumentStanding document={document} />
    </li>
  );
}
