import { archive } from "@/app/(office)/settings/templates/actions";
import { SettingsPage } from "@/components/office/settings-page";
import { TemplateList } from "@/components/office/template-list";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { listTemplates } from "@/lib/contracts/templates";

export default async function Templates() {
  const scope = await staffPage();
  const [templates, archived] = await Promise.all([
    listTemplates(scope),
    listTemplates(scope, { archived: true }),
  ]);
  return (
    <SettingsPage heading="Templates" intro="The texts that your contracts begin from.">
      <TemplateList templates={templates} archived={archived} archive={mayWrite(scope) ? archive : null} />
    </SettingsPage>
  );
}
