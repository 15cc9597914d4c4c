"use client";
// A client component because its picker searches while somebody types.

import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { Choices } from "@/lib/work-orders/views";
import { ActionForm } from "./action-form";
import { FormFoot } from "./form-foot";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { SearchedSelect } from "./searched-select";

type Props = {
  action: FormAction;
  document: { id: string; clientId: string; projectId: string | null };
  /** Whom the new one is for: the document’s own client, or another one who was chosen. */
  client: { id: string; name: string };
  clients: Choices;
  /** Their projects that go on. */
  projects: { id: string; name: string }[];
};

/** For whom a document is written once more. Another client is chosen first, since projects are theirs. */
export function DuplicateForm({ action, document, client, clients, projects }: Props) {
  const { id, clientId, projectId } = document;
  return (
    <div className="grid gap-6">
      <p className="text-14 text-ink-3">
        The new draft has the same words and contents. What was signed, answered or said stays with this one.
      </p>
      <form
        action={hrefs.duplicateDocument(clientId, id)}
        className="grid items-end gap-2 sm:grid-cols-[1fr_auto]"
      >
        <SearchedSelect
          id="duplicate-client"
          name="client"
          label="For"
          choices={clients}
          chosen={client.id}
          hrefOf={hrefs.findClients}
        />
        <Button size="desk-tall">Choose this client</Button>
      </form>
      <ActionForm action={action} sends={{ id, contactId: client.id }} className="grid gap-5">
        <SelectField
          key={client.id}
          id="duplicate-project"
          name="projectId"
          label={`Project of ${client.name}`}
          aside="Optional"
          defaultValue={projects.some((each) => each.id === projectId) ? (projectId ?? "") : ""}
        >
          <option value="">No project</option>
          {projects.map((project) => (
            <option key={project.id} value={project.id}>
              {project.name}
            </option>
          ))}
        </SelectField>
        <FormFoot backHref={hrefs.document(clientId, id)}>
          <Button kind="primary" size="desk-tall">
            Duplicate for {client.name}
          </Button>
        </FormFoot>
      </ActionForm>
    </div>
  );
}
