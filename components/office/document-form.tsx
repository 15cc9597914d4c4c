"use client";
// A client component because what was typed stays in the form when it is refused.

import { kindWords } from "@/components/links/document-words";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { type DocumentKind, purposeOfDocument } from "@/lib/links/policy";
import { FormFoot } from "./form-foot";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";

type Props = {
  action: FormAction;
  clientId: string;
  /** The client's projects, and the one that it was begun from. */
  projects: { id: string; name: string }[];
  projectId?: string | undefined;
  backHref: string;
};

const kinds = Object.keys(purposeOfDocument) as DocumentKind[];

/** Writes a document down: the rest of it, and to whom it goes, follows on its own page. */
export function DocumentForm({ action, clientId, projects, projectId, backHref }: Props) {
  const { state, pending, form } = useKeptForm(action);
  const { problem, fields = {}, sent } = state;
  const field = (name: "title" | "body" | "kind" | "projectId" | "dueOn", kept = "") => ({
    id: `document-${name}`,
    name,
    error: fields[name],
    defaultValue: sent?.[name] ?? kept,
  });
  return (
    <form {...form} className="grid gap-5">
      {problem && <Notice tone="problem">{problem}</Notice>}
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField {...field("kind", "contract")} label="Kind">
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindWords(kind)}
            </option>
          ))}
        </SelectField>
        <SelectField {...field("projectId", projectId)} label="Project" aside="Optional">
          <option value="">No project</option>
          {projects.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <input type="hidden" name="contactId" value={clientId} />
      </div>
      <TextField {...field("title")} label="Title" required maxLength={160} />
      <TextField {...field("dueOn")} label="Answer by" type="date" aside="Optional" />
      <TextArea
        {...field("body")}
        label="Text"
        rows={6}
        maxLength={20_000}
        hint="The client reads this. Once it is sent it stays as it is."
      />
      <FormFoot backHref={backHref}>
        <Button kind="primary" size="desk-tall" disabled={pending}>
          Add document
        </Button>
      </FormFoot>
    </form>
  );
}
