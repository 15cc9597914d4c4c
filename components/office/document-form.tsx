"use client";
// A client component because what was typed stays in the form when it is refused.

import { kindWords } from "@/components/links/document-words";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { type DocumentKind, purposeOfDocument } from "@/lib/links/policy";
import { DraftSends, type OfficeDocument } from "./document-acts";
import { FormFoot } from "./form-foot";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";

type Props = {
  action: FormAction;
  clientId: string;
  /** A draft as kept; nothing for a new one. */
  document?: { id: string; version: number; title: string; body: string; dueOn: string | null };
  /** The client's projects, and the one that it was begun from. */
  projects?: { id: string; name: string }[];
  projectId?: string | undefined;
  /** To whom a draft may be sent as it is saved. */
  people?: OfficeDocument["people"];
  backHref: string;
};

const kinds = Object.keys(purposeOfDocument) as DocumentKind[];

/** Writes a document down, or changes one that nobody was sent yet. */
export function DocumentForm(props: Props) {
  const { action, clientId, document, projects = [], projectId, people = [], backHref } = props;
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
      {document ? (
        <>
          <input type="hidden" name="id" value={document.id} />
          <input type="hidden" name="version" value={document.version} />
        </>
      ) : (
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
      )}
      <TextField {...field("title", document?.title)} label="Title" required maxLength={160} />
      <TextField {...field("dueOn", document?.dueOn ?? "")} label="Answer by" type="date" aside="Optional" />
      <TextArea
        {...field("body", document?.body)}
        label="Text"
        rows={6}
        maxLength={20_000}
        hint="The client reads this. Once it is sent it stays as it is."
      />
      <FormFoot backHref={backHref}>
        <Button kind="primary" size="desk-tall" disabled={pending}>
          {document ? "Save changes" : "Add document"}
        </Button>
        {state.done && (
          <p role="status" className="text-13 text-ink-3">
            {state.done}
          </p>
        )}
      </FormFoot>
      {people.length > 0 && <DraftSends people={people} pending={pending} />}
    </form>
  );
}
