import Link from "next/link";
import { kindWords } from "@/components/links/document-words";
import type { DocumentView } from "@/lib/documents/views";
import { DocumentDue, DocumentStanding, DocumentWaits } from "./document-standing";
import { hrefs } from "./hrefs";

type Props = { document: DocumentView; client: string; project: { id: string; name: string } | null };

/** What a document is, whose it is, and where it stands. */
export function DocumentHead({ document, client, project }: Props) {
  const { kind, clientId, due } = document;
  return (
    <div className="-mt-4 mb-5 grid gap-2.5">
      <p className="text-14 text-ink-2 wrap-anywhere">
        {kindWords(kind)} for{" "}
        <Link href={hrefs.client(clientId)} className="text-link">
          {client}
        </Link>
        {project && (
          <>
            {" · "}
            <Link href={hrefs.project(project.id)} className="text-link">
              {project.name}
            </Link>
          </>
        )}
      </p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <DocumentStanding document={document} />
        <DocumentWaits document={document} />
        <DocumentDue due={due} />
      </p>
    </div>
  );
}
