import { openAfterCall } from "@/app/(office)/activity/actions";
import { invite, openOrClose, revoke } from "@/app/(office)/clients/actions";
import { close, send } from "@/app/(office)/clients/documents/actions";
import { NotThere } from "@/app/(office)/not-there";
import { ClientAccess } from "@/components/office/client-access";
import { ClientHeader } from "@/components/office/client-header";
import { ClientPeople } from "@/components/office/client-people";
import { ClientSessions } from "@/components/office/client-sessions";
import { DocumentList } from "@/components/office/document-list";
import { hrefs } from "@/components/office/hrefs";
import { Page } from "@/components/office/page";
import { ProjectList } from "@/components/office/project-list";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { documentViews } from "@/lib/documents/view";
import { clientSessions, readClientView } from "@/lib/people/client-view";
import { projectsOf } from "@/lib/people/projects";

export default async function Client({ params }: { params: Promise<{ id: string }> }) {
  const scope = await staffPage();
  const now = new Date();
  const found = await readClientView(scope, (await params).id, now);
  if (!found.ok) return <NotThere />;
  const { client, people } = found.value;
  const [projects, documents, sessions] = await Promise.all([
    projectsOf(scope, client.id),
    documentViews(scope, found.value, { now }),
    clientSessions(scope, found.value),
  ]);
  const may = mayWrite(scope);
  return (
    <Page
      heading={client.name}
      act={<ClientHeader client={client} mayWrite={may} openAfterCall={openAfterCall} />}
    >
      <ClientPeople people={people} />
      <ClientAccess
        client={client}
        people={people}
        actions={may ? { switchPortal: openOrClose, invite } : null}
      />
      <ProjectList clientId={client.id} projects={projects} mayWrite={may} />
      <DocumentList
        documents={documents}
        newHref={hrefs.newDocument(client.id)}
        actions={may ? { send, close } : null}
      />
      <ClientSessions sessions={sessions} revoke={may ? revoke : null} />
    </Page>
  );
}
