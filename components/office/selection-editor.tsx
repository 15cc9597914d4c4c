"use client";
// A client component because the draft keeps itself while it is written.

import { Plus } from "lucide-react";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ReturnKeySubmits } from "@/components/ui/return-key";
import type { OfficeSheet } from "@/lib/selections/views";
import { useFocusAfter } from "./draft-focus";
import { DraftStatus, useDraft } from "./draft-form";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { SelectionItemFields } from "./selection-item-fields";

type Props = {
  documentId: string;
  clientId: string;
  version: number;
  sheet: OfficeSheet;
  action: FormAction;
  /** Why the last picture was not taken. */
  problem: string | undefined;
};

/** Writes a sheet: its items and their options. Each button of it keeps what was typed, and does one thing more. */
export function SelectionEditor({ documentId, clientId, version, sheet, action, problem }: Props) {
  const { state, pending, form } = useDraft(action);
  const { items } = sheet;
  const keys = items.flatMap(({ id, options }) => [id, ...options.map((option) => option.id)]);
  const keepFocus = useFocusAfter(keys, pending, rowIds);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    keepFocus((event.nativeEvent as SubmitEvent).submitter);
    form.onSubmit(event);
  };
  return (
    <>
      {problem && (
        <div className="mt-4">
          <Notice tone="problem">{problem}</Notice>
        </div>
      )}
      <form {...form} onSubmit={onSubmit} className="mt-4 grid gap-5">
        <input type="hidden" name="id" value={documentId} />
        <input type="hidden" name="version" value={version} />
        <ReturnKeySubmits />
        {items.length === 0 && (
          <p className="text-14 text-ink-2">
            Nothing yet. Each item has an allowance, and options that cost more or less.
          </p>
        )}
        {items.map((item, place) => (
          <SelectionItemFields
            key={item.id}
            {...{ item, place }}
            fields={state.fields ?? {}}
            sent={state.sent ?? {}}
            isLast={place === items.length - 1}
          />
        ))}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            id="add-item"
            name="act"
            value="add-item"
            size="desk-tall"
            icon={<Plus aria-hidden size={16} />}
          >
            Add an item
          </Button>
          <Button size="desk-tall">Save the items</Button>
          <DraftStatus state={state} pending={pending} />
        </div>
      </form>
      {items.flatMap(({ options }) =>
        options.map(({ id }) => (
          <form
            key={id}
            id={`picture-${id}`}
            method="post"
            encType="multipart/form-data"
            action={hrefs.addOptionPicture(clientId, documentId)}
            hidden
          >
            <input type="hidden" name="documentId" value={documentId} />
            <input type="hidden" name="option" value={id} />
          </form>
        )),
      )}
    </>
  );
}

/** The name of an item or of an option; the button below all of them where there is none left. */
const namesOf = (key: string | undefined) => [`item-name-${key}`, `option-name-${key}`, "add-item"];
const rowIds = { ofNew: namesOf, ofRow: namesOf };
