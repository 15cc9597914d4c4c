"use client";
// A client component because what was typed stays in the form when it is refused.

import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Choices } from "@/lib/work-orders/views";
import { FormFoot } from "./form-foot";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { useKeptForm } from "./kept-form";
import { ProjectStages } from "./project-stages";
import { ProjectTeam } from "./project-team";
import { SearchedSelect } from "./searched-select";

type Props = {
  action: FormAction;
  /** The project as kept; nothing for a new one. */
  project?: {
    id: string;
    contactId: string;
    name: string;
    place: string;
    stages: string[];
    stage: number;
    startsOn: string | null;
  };
  /** Everybody of the office, and whether the client meets them. */
  team: ComponentProps<typeof ProjectTeam>["team"];
  /** Whom a new one may be for; null where that is settled, as `clientId` says. */
  clients: Choices | null;
  clientId: string;
  backHref: string;
};

/** Adds a project or changes one; whose it is stays. */
export function ProjectForm({ action, project, team, clients, clientId, backHref }: Props) {
  const { state, pending, form } = useKeptForm(action);
  const { problem, fields = {}, sent } = state;
  const field = (name: "name" | "place" | "startsOn") => ({
    id: `project-${name}`,
    name,
    error: fields[name],
    defaultValue: sent?.[name] ?? project?.[name] ?? "",
    autoComplete: "off",
  });
  const { stages, stage } = project ?? { stages: usualStages, stage: 0 };
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
      <TextField {...field("startsOn")} label="Work begins" aside="Optional" type="date" />
      <ProjectStages
        typed={sent?.stages ?? stages.join("\n")}
        stage={sent?.stage ?? stages[stage] ?? ""}
        errors={fields}
      />
      <ProjectTeam team={team} />
      <FormFoot backHref={backHref}>
        <Button kind="primary" size="desk-tall" disabled={pending}>
          {project ? "Save changes" : "Add project"}
        </Button>
      </FormFoot>
    </form>
  );
}

const usualStages = ["Design", "Contract and choices", "Build", "Handover"];
