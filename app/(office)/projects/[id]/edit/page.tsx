import { NotThere } from "@/app/(office)/not-there";
import { save } from "@/app/(office)/projects/actions";
import { hrefs } from "@/components/office/hrefs";
import { Page } from "@/components/office/page";
import { ProjectForm } from "@/components/office/project-form";
import { managerPage } from "@/lib/auth/gates";
import { readTeam } from "@/lib/people/project-team";
import { readProject } from "@/lib/people/projects";

export default async function EditProject({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const scope = await managerPage(hrefs.project(id));
  const found = await readProject(scope, id);
  if (!found.ok) return <NotThere />;
  const project = found.value;
  return (
    <Page heading={`Edit ${project.name}`} narrow>
      <ProjectForm
        action={save}
        project={project}
        team={await readTeam(scope, project.id)}
        clients={null}
        clientId={project.contactId}
        backHref={hrefs.project(id)}
      />
    </Page>
  );
}
