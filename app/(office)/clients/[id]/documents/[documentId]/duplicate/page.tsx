import { duplicate } from "@/app/(office)/clients/documents/actions";
import { NotThere } from "@/app/(office)/not-there";
import { DuplicateForm } from "@/components/office/duplicate-form";
import { hrefs } from "@/components/office/hrefs";
import { Page } from "@/components/office/page";
import { managerPage } from "@/lib/auth/gates";
import { readDocument } from "@/lib/documents/document";
import { duplicateAsked } from "@/lib/documents/sent";
import { clientChoices } from "@/lib/people/client-choices";
import { readClient } from "@/lib/people/clients";
import { projectsOf } from "@/lib/people/projects";

type Props = {
  params: Promise<{ id: string; documentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Duplicate({ params, searchParams }: Props) {
  const { id, documentId } = await params;
  const scope = await managerPage(hrefs.document(id, documentId));
  const found = await readDocument(scope, documentId, new Date());
  if (!found.ok || found.value.contactId !== id) return <NotThere />;
  const asked = duplicateAsked.parse(await searchParams).client ?? id;
  const client = await readClient(scope, asked);
  if (!client.ok) return <NotThere />;
  const [clients, projects] = await Promise.all([
    clientChoices(scope, client.value),
    projectsOf(scope, asked),
  ]);
  return (
    <Page heading={`Duplicate “${found.value.title}”`} narrow>
      <DuplicateForm
        action={duplicate}
        document={{ id: documentId, clientId: id, projectId: found.value.projectId }}
        client={client.value}
        clients={clients}
        projects={projects.filter(({ closedAt }) => closedAt === null)}
      />
    </Page>
  );
}
