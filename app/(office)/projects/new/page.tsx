import { save } from "@/app/(office)/projects/actions";
import { hrefs } from "@/components/office/hrefs";
import { Page } from "@/components/office/page";
import { ProjectForm } from "@/components/office/project-form";
import { managerPage } from "@/lib/auth/gates";
import { clientChoices } from "@/lib/people/client-choices";
import { readClient } from "@/lib/people/clients";
import { readTeam } from "@/lib/people/project-team";
import { newProjectAsked } from "@/lib/people/sent";

export default async function NewProject({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const scope = await managerPage(hrefs.projects);
  const { client = "" } = newProjectAsked.parse(await searchParams);
  const found = await readClient(scope, client);
  return (
    <Page heading={found.ok ? `New project for ${found.value.name}` : "New project"} narrow>
      <ProjectForm
        action={save}
        team={await readTeam(scope, null)}
        clients={found.ok ? null : await clientChoices(scope)}
        clientId={found.ok ? client : ""}
        backHref={found.ok ? hrefs.client(client) : hrefs.projects}
      />
    </Page>
  );
}
