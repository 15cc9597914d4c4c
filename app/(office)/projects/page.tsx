import { hrefs, pagesOf } from "@/components/office/hrefs";
import { ListSearch } from "@/components/office/list-search";
import { Page } from "@/components/office/page";
import { ProjectTable } from "@/components/office/project-table";
import { Pager } from "@/components/office/table";
import { RouteButton } from "@/components/ui/route-button";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { listProjects } from "@/lib/people/projects";
import { listAsked } from "@/lib/people/sent";

export default async function Projects({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const scope = await staffPage();
  const asked = listAsked.parse(await searchParams);
  const { rows, after } = await listProjects(scope, asked);
  return (
    <Page
      heading="Projects"
      act={
        mayWrite(scope) && (
          <RouteButton href={hrefs.newProject()} kind="primary">
            New project
          </RouteButton>
        )
      }
    >
      <ListSearch href={hrefs.projects} label="Search projects" q={asked.q} />
      <ProjectTable rows={rows} searched={asked.q !== ""} />
      <Pager {...pagesOf(hrefs.projects, asked, after)} />
    </Page>
  );
}
