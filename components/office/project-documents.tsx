import { Plus } from "lucide-react";
import { documentNames, kindWords } from "@/components/links/document-words";
import { buttonClass } from "@/components/ui/button-class";
import type { DocumentView } from "@/lib/documents/views";
import { type DocumentKind, kindsOfDocument } from "@/lib/links/policy";
import { ActionForm } from "./action-form";
import { noDocuments } from "./document-list";
import { DocumentRow } from "./document-row";
import type { FormAction } from "./form-state";
import { Menu } from "./menu";
import { PageSection } from "./page-section";
import { Pager } from "./table";

type Props = {
  project: { id: string; contactId: string; name: string };
  documents: DocumentView[];
  /** Begins a draft; missing for whoever may only look. */
  begin: FormAction | null;
  pages: { backHref: string | null; moreHref: string | null };
};

/** Everything that a client is sent for one project, by kind. */
export function ProjectDocuments({ project, documents, begin, pages }: Props) {
  const kinds = kindsOfDocument.filter((kind) => documents.some((each) => each.kind === kind));
  return (
    <PageSection
      id="documents"
      heading="Documents"
      intro={documents.length === 0 && noDocuments}
      act={begin && <NewDocument project={project} begin={begin} />}
    >
      <div className="grid gap-5 pt-3">
        {kinds.map((kind) => (
          <section key={kind} aria-labelledby={`documents-${kind}`}>
            <h3 id={`documents-${kind}`} className="border-b border-line pb-1.5 text-12 font-500 text-ink-3">
              {plurals[kind]}
            </h3>
            <ul className="divide-y divide-line">
              {documents
                .filter((document) => document.kind === kind)
                .map((document) => (
                  <DocumentRow
                    key={document.id}
                    document={document}
                    namesKind={false}
                    mayWrite={begin !== null}
                  />
                ))}
            </ul>
          </section>
        ))}
      </div>
      <Pager {...pages} back="Newest" more="Older" />
    </PageSection>
  );
}

const plurals: Record<DocumentKind, string> = {
  contract: "Contracts",
  scope: "Scopes of work",
  selections: "Selections",
  appointment: "Appointments",
  invoice: "Invoices",
  "service-report": "Service reports",
};

type NewProps = { project: Props["project"]; begin: FormAction };

/** A draft of each kind, one tap away: it is written on its own page. */
function NewDocument({ project: { id, contactId, name }, begin }: NewProps) {
  return (
    <Menu
      label="New document"
      icon={
        <>
          <Plus aria-hidden size={16} /> New document
        </>
      }
      className={`${buttonClass("primary")} list-none`}
    >
      <ul className="w-60 p-1.5">
        {kindsOfDocument.map((kind) => (
          <li key={kind}>
            <ActionForm
              action={begin}
              sends={{ contactId, projectId: id, kind, title: kind === "contract" ? name : kindWords(kind) }}
            >
              <button type="submit" className={item}>
                New {documentNames[kind]}
              </button>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Menu>
  );
}

const item =
  "flex min-h-8 w-full items-center gap-2.5 rounded-chip px-2.5 text-left text-14 hover:bg-sunken pointer-coarse:min-h-11";
