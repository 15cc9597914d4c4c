import { NotThere } from "@/app/(office)/not-there";
import { closeOrOpen } from "@/app/(office)/projects/actions";
import { DocumentList } from "@/components/office/document-list";
import { hrefs, pagesOf } from "@/components/office/hrefs";
import { Page } from "@/components/office/page";
import { ProjectHeader } from "@/components/office/project-header";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { documentViews } from "@/lib/documents/view";
import { readClientView } from "@/lib/people/client-view";
import { readProject } from "@/lib/people/projects";
import { listAsked } from "@/lib/people/sent";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Project({ params, searchParams }: Props) {
  const scope = await staffPage();
  const { after } = listAsked.parse(await searchParams);
  const now = new Date();
  const found = await readProject(scope, (await params).id);
  if (!found.ok) return <NotThere />;
  const project = found.value;
  const client = await readClientView(scope, project.contactId, now);
  if (!client.ok) return <NotThere />;
  const documents = await documentViews(scope, client.value, { projectId: project.id, now, after });
  const may = mayWrite(scope);
  return (
    <Page heading={project.name}>
      <ProjectHeader project={project} closeOrOpen={may ? closeOrOpen : null} />
      <DocumentList
        documents={documents.rows}
        newHref={may ? hrefs.newDocument(project.contactId, project.id) : null}
        pages={pagesOf(hrefs.project(project.id), { q: "", after }, documents.after)}
      />
    </Page>
  );
}
