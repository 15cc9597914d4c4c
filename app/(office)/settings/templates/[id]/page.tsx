import { NotThere } from "@/app/(office)/not-there";
import { save } from "@/app/(office)/settings/templates/actions";
import { SettingsPage } from "@/components/office/settings-page";
import { TemplateForm } from "@/components/office/template-form";
import { managerPage } from "@/lib/auth/gates";
import { readTemplate } from "@/lib/contracts/templates";

type Props = { params: Promise<{ id: string }> };

export default async function Template({ params }: Props) {
  const scope = await managerPage("/settings/templates");
  const found = await readTemplate(scope, (await params).id);
  if (!found.ok) return <NotThere />;
  const { id, name, body, version } = found.value;
  return (
    <SettingsPage heading={name} intro="Contracts that began from it keep the text that they have.">
      <TemplateForm action={save} template={{ id, name, body, version }} />
    </SettingsPage>
  );
}
