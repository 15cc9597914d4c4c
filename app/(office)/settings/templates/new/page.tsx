import { save } from "@/app/(office)/settings/templates/actions";
import { SettingsPage } from "@/components/office/settings-page";
import { TemplateForm } from "@/components/office/template-form";
import { managerPage } from "@/lib/auth/gates";

export default async function NewTemplate() {
  await managerPage("/settings/templates");
  return (
    <SettingsPage heading="New template" intro="A text that contracts begin from.">
      <TemplateForm action={save} template={null} />
    </SettingsPage>
  );
}
