import { openAfterCall } from "@/app/(office)/activity/actions";
import { invite, openOrClose, revoke } from "@/app/(office)/clients/actions";
import { NotThere } from "@/app/(office)/not-there";
import { ClientAccess } from "@/components/office/client-access";
import { ClientHeader } from "@/components/office/client-header";
import { ClientPeople } from "@/components/office/client-people";
import { ClientSessions } from "@/components/office/client-sessions";
import { DocumentList } from "@/components/office/document-list";
import { hrefs, pagesOf } from "@/components/office/hrefs";
import { OwedLine } from "@/components/office/owed-line";
import { Page } from "@/components/office/page";
import { ProjectList } from "@/components/office/project-list";
import { Notice } from "@/components/ui/notice";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { readKeptForm } from "@/lib/auth/kept-form";
import { documentViews } from "@/lib/documents/view";
import { clientSessions, readClientView } from "@/lib/people/client-view";
import { projectsOf } from "@/lib/people/projects";
import { clientAsked } from "@/lib/people/sent";
import { readOwed } from "@/lib/receivables/money";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Client({ params, searchParams }: Props) {
  const scope = await staffPage();
  const { told, after } = clientAsked.parse(await searchParams);
  const now = new Date();
  const found = await readClientView(scope, (await params).id, now);
  if (!found.ok) return <NotThere />;
  const { client, people } = found.value;
  const [projects, documents, sessions, owed, said] = await Promise.all([
    projectsOf(scope, client.id),
    documentViews(scope, found.value, { now, after }),
    clientSessions(scope, found.value),
    readOwed(scope, { clientId: client.id }, now),
    told && readKeptForm(scope, scope.actor.sessionId, told),
  ]);
  const may = mayWrite(scope);
  return (
    <Page
      heading={client.name}
      act={<ClientHeader client={client} mayWrite={may} openAfterCall={openAfterCall} />}
    >
      {said && (
        <div className="mb-6">
          <Notice tone="problem">{said.problem}</Notice>
        </div>
      )}
      <OwedLine owed={owed} whose={{ client: client.id }} />
      <ClientPeople people={people} />
      <ClientAccess
        client={client}
        people={people}
        actions={may ? { switchPortal: openOrClose, invite } : null}
      />
      <ProjectList clientId={client.id} projects={projects} mayWrite={may} />
      <DocumentList
        documents={documents.rows}
        newHref={may ? hrefs.newDocument(client.id) : null}
        pages={pagesOf(hrefs.client(client.id), { q: "", after }, documents.after)}
      />
      <ClientSessions sessions={sessions} revoke={may ? revoke : null} />
    </Page>
  );
}
