"use client";
// A client component because the draft keeps itself while it is written.

import { Plus } from "lucide-react";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { ReturnKeySubmits } from "@/components/ui/return-key";
import type { DraftView } from "@/lib/scopes/views";
import { useFocusAfter } from "./draft-focus";
import { DraftStatus, useDraft } from "./draft-form";
import type { FormAction, FormState } from "./form-state";
import { PasteTable, pastesInto } from "./paste-table";
import { ScopeEditorLine } from "./scope-editor-line";

type Props = {
  document: { id: string; version: number };
  draft: DraftView;
  /** To whom a later revision goes; the first goes out with its document. */
  readers: string | null;
  action: FormAction;
};

/** The lines of a draft in their groups. Each button also keeps what was typed, with script or without. */
export function ScopeEditor({ document: { id, version }, draft, readers, action }: Props) {
  const { state, pending, form } = useDraft(action);
  const { revision, groups, total, answerBy } = draft;
  const keys = groups.flatMap(({ lines }) => lines.map(({ key }) => key));
  const keepFocus = useFocusAfter(keys, pending, lineIds);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    keepFocus((event.nativeEvent as SubmitEvent).submitter);
    form.onSubmit(event);
  };
  return (
    <form {...form} onSubmit={onSubmit} onPaste={pastesInto("scope")} className="grid gap-4 pt-3">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <ReturnKeySubmits />
      {groups.map((group, place) => (
        <Group key={group.lines[0]?.key} group={group} place={place} keys={keys} state={state} />
      ))}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-ink pt-3">
        <p className="text-16 font-600">
          Total <output className="ml-3 tabular-nums">{total}</output>
        </p>
        <Button
          id="scope-group"
          name="act"
          value="group"
          icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
        >
          Add a group
        </Button>
      </div>
      <PasteTable key={keys.length} of="scope" hint={whatIsRead} state={state} />
      {answerBy && (
        <div className="max-w-60">
          <TextField
            id="scope-answer-by"
            name="answerBy"
            type="date"
            label={`Answer to revision ${revision} by`}
            aside="Optional"
            min={answerBy.earliest}
            defaultValue={state.sent?.answerBy ?? answerBy.proposed}
            error={state.fields?.answerBy}
          />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {readers && (
          <Button kind="primary" size="desk-tall" name="act" value="send">
            Send revision {revision} to {readers}
          </Button>
        )}
        <Button size="desk-tall">Save</Button>
        <DraftStatus state={state} pending={pending} />
      </div>
    </form>
  );
}

const lineIds = {
  ofNew: (key: string, act: string) => [act === "group" ? `group-${key}` : `words-${key}`],
  ofRow: (key: string | undefined) => [`words-${key}`],
};

type GroupProps = { group: DraftView["groups"][number]; place: number; keys: string[]; state: FormState };

function Group({ group: { name, lines }, place, keys, state }: GroupProps) {
  const [first, last] = [lines[0]?.key ?? "", lines.at(-1)?.key ?? ""];
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{name || `Group ${place + 1}`}</legend>
      <input
        id={`group-${first}`}
        name={`group.${place}`}
        aria-label={`Heading of group ${place + 1}`}
        placeholder="Heading, such as “Kitchen”"
        maxLength={120}
        autoComplete="off"
        defaultValue={state.sent?.[`group.${place}`] ?? name}
        className="mb-1 min-h-9 w-full rounded-control border border-transparent px-2 -ml-2 text-15 font-600 hover:border-line-2 focus:border-control pointer-coarse:min-h-11"
      />
      <ul>
        {lines.map((line) => (
          <ScopeEditorLine
            key={line.key}
            line={line}
            above={line.key !== keys[0]}
            below={line.key !== keys.at(-1)}
            state={state}
          />
        ))}
      </ul>
      <Button
        kind="quiet"
        id={`add-${last}`}
        name="act"
        value={`add:${last}`}
        className="ml-7"
        icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
      >
        Add a line{name && <span className="sr-only"> to {name}</span>}
      </Button>
    </fieldset>
  );
}

const whatIsRead =
  "What is done and its amount, a row a line. A row of one cell is a heading. Name more columns in the first row: No., Group, Item, Quantity, Unit, Price, Total.";
