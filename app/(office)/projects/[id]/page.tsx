import { begin } from "@/app/(office)/clients/documents/actions";
import { NotThere } from "@/app/(office)/not-there";
import { SharedFiles } from "@/app/(office)/projects/[id]/shared-files";
import { closeOrOpen } from "@/app/(office)/projects/actions";
import { hrefs, pagesOf } from "@/components/office/hrefs";
import { OwedLine } from "@/components/office/owed-line";
import { Page } from "@/components/office/page";
import { ProjectDocuments } from "@/components/office/project-documents";
import { ProjectFacts } from "@/components/office/project-facts";
import { ProjectHeader } from "@/components/office/project-header";
import { ProjectHistory } from "@/components/office/project-history";
import { readHistory } from "@/lib/activity/activity";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { plainDay } from "@/lib/dates";
import { documentViews } from "@/lib/documents/view";
import { readClientView } from "@/lib/people/client-view";
import { readProject } from "@/lib/people/projects";
import { listAsked } from "@/lib/people/sent";
import { readOwed } from "@/lib/receivables/money";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Project({ params, searchParams }: Props) {
  const scope = await staffPage();
  const asked = await searchParams;
  const { after } = listAsked.parse(asked);
  const now = new Date();
  const found = await readProject(scope, (await params).id);
  if (!found.ok) return <NotThere />;
  const project = found.value;
  const client = await readClientView(scope, project.contactId, now);
  if (!client.ok) return <NotThere />;
  const [documents, history, owed] = await Promise.all([
    documentViews(scope, client.value, { projectId: project.id, now, after }),
    readHistory(scope, { projectId: project.id }, now),
    readOwed(scope, { projectId: project.id }, now),
  ]);
  const may = mayWrite(scope);
  const { people, moment } = client.value;
  return (
    <Page heading={project.name}>
      <ProjectHeader project={project} closeOrOpen={may ? closeOrOpen : null} />
      <OwedLine owed={owed} whose={{ project: project.id }} />
      <ProjectFacts
        people={people}
        stages={project.stages}
        stage={project.stage}
        startsOn={project.startsOn && plainDay(project.startsOn, moment.locale)}
      />
      <ProjectDocuments
        project={project}
        documents={documents.rows}
        begin={may ? begin : null}
        pages={pagesOf(hrefs.project(project.id), { q: "", after }, documents.after)}
      />
      <SharedFiles scope={scope} projectId={project.id} kept={asked.kept} />
      <ProjectHistory days={history} clientId={project.contactId} />
    </Page>
  );
}
