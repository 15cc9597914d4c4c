import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";
import { PageSection } from "./page-section";

type Props = {
  action: FormAction;
  contract: { id: string; version: number };
  templates: { id: string; name: string }[];
};

/** A contract that says nothing yet may begin with the text of a template. */
export function ContractBegin({ action, contract: { id, version }, templates }: Props) {
  return (
    <PageSection
      id="begin"
      heading="Begin from a template"
      intro="Its text is copied, and then yours to change."
    >
      <ActionForm
        action={action}
        sends={{ id, version: String(version) }}
        className="flex max-w-110 flex-wrap items-end gap-2 pt-3"
      >
        <div className="min-w-0 flex-1">
          <SelectField id="contract-template" name="templateId" label="Template">
            {templates.map((template) => (
              <option key={template.id} value={template.id}>
                {template.name}
              </option>
            ))}
          </SelectField>
        </div>
        <Button size="desk-tall">Use this text</Button>
      </ActionForm>
    </PageSection>
  );
}
