"use client";
// A client component because a contract’s draft keeps itself while it is written, and takes fields where the caret is.

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import type { ContractDraft } from "@/lib/contracts/views";
import { ContractFields } from "./contract-fields";
import { ContractSignees } from "./contract-signees";
import { DraftStatus, useDraft } from "./draft-form";
import type { FormAction } from "./form-state";

type Props = {
  action: FormAction;
  document: { id: string; version: number; title: string; body: string };
  draft: ContractDraft;
};

/** A contract’s text and those who sign it. It keeps itself; without script its buttons keep it. */
export function ContractEditor({ action, document, draft }: Props) {
  const { state, pending, form } = useDraft(action);
  const text = useRef<HTMLTextAreaElement>(null);
  const { fields = {}, sent } = state;
  const field = (name: "title" | "body") => ({
    id: `contract-${name}`,
    name,
    error: fields[name],
    defaultValue: sent?.[name] ?? document[name],
  });
  const insert = (written: string) => {
    const area = text.current;
    if (!area) return;
    area.focus();
    area.setRangeText(written, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return (
    <form {...form} className="grid gap-5 pt-3">
      <input type="hidden" name="id" value={document.id} />
      <input type="hidden" name="version" value={document.version} />
      <TextField {...field("title")} label="Title" required maxLength={160} autoComplete="off" />
      <TextArea
        {...field("body")}
        ref={text}
        label="Text"
        rows={16}
        maxLength={20_000}
        className="max-h-160 font-mono"
        hint="# and ## begin headings, - a list, **two stars** are bold, | columns | make a table."
      />
      <ContractFields fields={draft.fields} insert={insert} />
      <ContractSignees
        // Whoever was added meanwhile stands in the list at once.
        key={draft.candidates.map(({ key }) => key).join()}
        draft={draft}
        problem={fields.role ?? fields.place}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button>Save</Button>
        <Button name="next" value="template" kind="quiet">
          Save as template
        </Button>
        <span className="hidden noscript:inline">
          <Button name="next" value="send">
            Save and send to sign
          </Button>
        </span>
        <DraftStatus state={state} pending={pending} />
      </div>
    </form>
  );
}
