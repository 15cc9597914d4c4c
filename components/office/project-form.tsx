"use client";
// A client component because what was typed stays in the form when it is refused.

import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Choices } from "@/lib/work-orders/views";
import { FormFoot } from "./form-foot";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { useKeptForm } from "./kept-form";
import { SearchedSelect } from "./searched-select";

type Props = {
  action: FormAction;
  /** The project as kept; nothing for a new one. */
  project?: { id: string; contactId: string; name: string; place: string };
  /** Whom a new one may be for; null where that is settled, as `clientId` says. */
  clients: Choices | null;
  clientId: string;
  backHref: string;
};

/** Adds a project or changes one; whose it is stays. */
export function ProjectForm({ action, project, clients, clientId, backHref }: Props) {
  const { state, pending, form } = useKeptForm(action);
  const { problem, fields = {}, sent } = state;
  const field = (name: "name" | "place") => ({
    id: `project-${name}`,
    name,
    error: fields[name],
    defaultValue: sent?.[name] ?? project?.[name] ?? "",
    autoComplete: "off",
  });
  return (
    <form {...form} className="grid gap-5">
      {problem && <Notice tone="problem">{problem}</Notice>}
      {project && <input type="hidden" name="id" value={project.id} />}
      {clients ? (
        <SearchedSelect
          id="project-contactId"
          name="contactId"
          label="Client"
          choices={clients}
          chosen={sent?.contactId ?? clientId}
          hrefOf={hrefs.findClients}
          error={fields.contactId}
          before={<option value="">Choose a client</option>}
        />
      ) : (
        <input type="hidden" name="contactId" value={clientId} />
      )}
      <TextField
        {...field("name")}
        label="Project"
        required
        maxLength={160}
        placeholder="Kitchen and rear addition"
      />
      <TextField {...field("place")} label="Where" aside="Optional" maxLength={200} />
      <FormFoot backHref={backHref}>
        <Button kind="primary" size="desk-tall" disabled={pending}>
          {project ? "Save changes" : "Add project"}
        </Button>
      </FormFoot>
    </form>
  );
}
