"use client";
// A client component because a draft keeps itself while it is written.

import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import type { DocumentView } from "@/lib/documents/views";
import { DraftStatus, useDraft } from "./draft-form";
import type { FormAction } from "./form-state";

type Props = {
  action: FormAction;
  document: Pick<DocumentView, "id" | "version" | "title" | "body" | "people">;
};

/**
 * The words of a document that nobody was sent yet. They keep themselves; without script a button keeps them, and others
 * keep them and send them.
 */
export function DocumentDraft({ action, document }: Props) {
  const { state, pending, form } = useDraft(action);
  const { fields = {}, sent } = state;
  const field = (name: "title" | "body") => ({
    id: `document-${name}`,
    name,
    error: fields[name],
    defaultValue: sent?.[name] ?? document[name],
  });
  return (
    <form {...form} className="grid gap-4 pt-3">
      <input type="hidden" name="id" value={document.id} />
      <input type="hidden" name="version" value={document.version} />
      <TextField {...field("title")} label="Title" required maxLength={160} autoComplete="off" />
      <TextArea
        {...field("body")}
        label="Text"
        rows={5}
        maxLength={20_000}
        hint="The client reads this. Once it is sent it stays as it is."
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button>Save</Button>
        <DraftStatus state={state} pending={pending} />
      </div>
      <p className="hidden flex-wrap gap-2 noscript:flex">
        {document.people.flatMap(({ addresses }) =>
          addresses.map(({ address, words, channel }) => (
            <Button key={address} name="to" value={address}>
              Save and send to {words} by {channel === "email" ? "email" : "SMS"}
            </Button>
          )),
        )}
      </p>
    </form>
  );
}
