import { ChevronRight } from "lucide-react";
import { endWords, kindWords } from "@/components/links/document-words";
import { EmptyState } from "@/components/ui/empty-state";
import type { DocumentEnd, DocumentKind } from "@/lib/links/policy";
import { byProject, type Project } from "./by-project";
import { DocumentIcon } from "./document-icon";

export type DocumentRow = {
  id: string;
  href: string;
  kind: DocumentKind;
  title: string;
  project: string | null;
  /** “Fri, Apr 24” */
  sentOn: string;
  closedAs: DocumentEnd | null;
};

type Props = { firstName: string; shop: string; documents: DocumentRow[]; projects: Project[] };

/** Where a client begins: what the shop sent them, newest first, and their projects. With several, each has its own. */
export function PortalHome({ firstName, shop, documents, projects }: Props) {
  const groups = byProject(documents, projects);
  return (
    <>
      <h1 className="text-30 font-650 text-balance sm:text-34">Hello, {firstName}</h1>
      <p className="mt-1 text-17 text-ink-2">Everything {shop} has for you.</p>
      <div className="mt-8 grid gap-x-18 gap-y-10 sm:mt-10 min-[60rem]:grid-cols-[minmax(0,1fr)_21.5rem]">
        <div className="grid content-start gap-10">
          {documents.length === 0 && (
            <EmptyState heading="Nothing here yet">
              What {shop} sends you appears here: contracts, choices, invoices and appointments.
            </EmptyState>
          )}
          {groups.map(({ name, ...group }) => (
            <ProjectDocuments key={name ?? ""} heading={name ?? "Other"} {...group} />
          ))}
          {groups.length === 0 && <AllDocuments documents={documents} />}
        </div>
        {groups.length === 0 && <Projects projects={projects} />}
      </div>
    </>
  );
}

function AllDocuments({ documents }: Pick<Props, "documents">) {
  const open = documents.filter(({ closedAs }) => closedAs === null);
  const over = documents.filter(({ closedAs }) => closedAs !== null);
  return (
    <>
      {open.length > 0 && <Documents heading="For you" documents={open} />}
      {over.length > 0 && <Documents heading="Settled" documents={over} />}
    </>
  );
}

/** The heading names the project, so its rows don’t. */
function ProjectDocuments({ documents, ...rest }: Listed) {
  return <Documents {...rest} documents={documents.map((document) => ({ ...document, project: null }))} />;
}

type Listed = { heading: string; place?: string; documents: DocumentRow[] };

function Documents({ heading, place, documents }: Listed) {
  return (
    <section>
      <h2 className="text-20 font-600 text-balance">{heading}</h2>
      {place && <p className="text-15 text-ink-2">{place}</p>}
      {documents.length === 0 ? (
        <p className="mt-2 text-16 text-ink-2">Nothing here yet.</p>
      ) : (
        <ul className="mt-1 divide-y divide-line border-b border-line">
          {documents.map((document) => (
            <li key={document.id}>
              <DocumentLink document={document} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function DocumentLink({ document }: { document: DocumentRow }) {
  const { href, kind, title, project, sentOn, closedAs } = document;
  const state = closedAs ? endWords[closedAs] : `Sent ${sentOn}`;
  const facts = [kindWords(kind), project === title ? null : project];
  return (
    <a href={href} className="flex min-h-19 items-center gap-4 py-3.5">
      <DocumentIcon kind={kind} over={closedAs !== null} />
      <span className="flex min-w-0 grow flex-col justify-between gap-x-6 sm:flex-row sm:items-center">
        <span className="min-w-0">
          <span className="block text-17 font-550">{title}</span>
          <span className="block text-15 text-ink-2">{facts.filter(Boolean).join(" · ")}</span>
        </span>
        <span className="shrink-0 text-15 text-ink-2">{state}</span>
      </span>
      <ChevronRight aria-hidden size={22} strokeWidth={1.75} className="shrink-0 text-ink-3" />
    </a>
  );
}

function Projects({ projects }: Pick<Props, "projects">) {
  if (projects.length === 0) return null;
  return (
    <section>
      <h2 className="text-20 font-600">{projects.length === 1 ? "Your project" : "Your projects"}</h2>
      <ul className="mt-1 divide-y divide-line border-b border-line">
        {projects.map(({ id, name, place }) => (
          <li key={id} className="py-3.5">
            <p className="text-17 font-550">{name}</p>
            {place && <p className="text-15 text-ink-2">{place}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
