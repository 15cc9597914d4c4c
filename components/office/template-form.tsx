"use client";
// A client component because what was typed stays in the form when it is refused.

import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { FormFoot } from "./form-foot";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { useKeptForm } from "./kept-form";

type Props = {
  action: FormAction;
  /** Null for a new one. */
  template: { id: string; name: string; body: string; version: number } | null;
};

/** A text that contracts begin from, with fields that each of them fills in. */
export function TemplateForm({ action, template }: Props) {
  const { state, pending, form } = useKeptForm(action);
  const { problem, fields = {}, sent, done } = state;
  return (
    <form {...form} className="grid gap-5">
      {problem && <Notice tone="problem">{problem}</Notice>}
      {template && (
        <>
          <input type="hidden" name="id" value={template.id} />
          <input type="hidden" name="version" value={template.version} />
        </>
      )}
      <TextField
        id="template-name"
        name="name"
        label="Name"
        required
        maxLength={120}
        autoComplete="off"
        error={fields.name}
        defaultValue={sent?.name ?? template?.name}
      />
      <TextArea
        id="template-body"
        name="body"
        label="Text"
        rows={20}
        maxLength={20_000}
        className="max-h-160 font-mono"
        error={fields.body}
        defaultValue={sent?.body ?? template?.body}
        hint="# and ## begin headings, - a list, **two stars** are bold, | columns | make a table. {{client.name}}, {{project.place}} and {{today}} are filled in."
      />
      <FormFoot backHref={hrefs.templates}>
        <Button kind="primary" size="desk-tall" disabled={pending}>
          {template ? "Save changes" : "Add template"}
        </Button>
        {done && (
          <p role="status" className="text-13 text-ink-3">
            {done}
          </p>
        )}
      </FormFoot>
    </form>
  );
}
