import { create } from "@/app/(office)/clients/documents/actions";
import { NotThere } from "@/app/(office)/not-there";
import { DocumentForm } from "@/components/office/document-form";
import { hrefs } from "@/components/office/hrefs";
import { Page } from "@/components/office/page";
import { managerPage } from "@/lib/auth/gates";
import { readClient } from "@/lib/people/clients";
import { projectsOf } from "@/lib/people/projects";
import { newDocumentAsked } from "@/lib/people/sent";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NewDocument({ params, searchParams }: Props) {
  const { id } = await params;
  const scope = await managerPage(hrefs.client(id));
  const found = await readClient(scope, id);
  if (!found.ok) return <NotThere />;
  const { project } = newDocumentAsked.parse(await searchParams);
  const projects = (await projectsOf(scope, id)).filter(({ closedAt }) => closedAt === null);
  return (
    <Page heading={`New document for ${found.value.name}`} narrow>
      <DocumentForm
        action={create}
        clientId={id}
        projects={projects}
        projectId={project}
        backHref={project ? hrefs.project(project) : hrefs.client(id)}
      />
    </Page>
  );
}
