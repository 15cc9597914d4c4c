import { close, send } from "@/app/(office)/clients/documents/actions";
import { NotThere } from "@/app/(office)/not-there";
import { closeOrOpen } from "@/app/(office)/projects/actions";
import { DocumentList } from "@/components/office/document-list";
import { hrefs } from "@/components/office/hrefs";
import { Page } from "@/components/office/page";
import { ProjectHeader } from "@/components/office/project-header";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { documentViews } from "@/lib/documents/view";
import { readClientView } from "@/lib/people/client-view";
import { readProject } from "@/lib/people/projects";

export default async function Project({ params }: { params: Promise<{ id: string }> }) {
  const scope = await staffPage();
  const now = new Date();
  const found = await readProject(scope, (await params).id);
  if (!found.ok) return <NotThere />;
  const project = found.value;
  const client = await readClientView(scope, project.contactId, now);
  if (!client.ok) return <NotThere />;
  const documents = await documentViews(scope, client.value, { projectId: project.id, now });
  const may = mayWrite(scope);
  return (
    <Page heading={project.name}>
      <ProjectHeader project={project} closeOrOpen={may ? closeOrOpen : null} />
      <DocumentList
        documents={documents}
        newHref={hrefs.newDocument(project.contactId, project.id)}
        actions={may ? { send, close } : null}
      />
    </Page>
  );
}
