"use client";
// A client component because what was typed stays in the form when it is refused.

import { kindWords } from "@/components/links/document-words";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { LadderView } from "@/lib/reminders/views";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";

/** The days on which one kind of document is reminded of. */
export function ReminderLadder({ ladder, action }: { ladder: LadderView; action: FormAction }) {
  const { state, pending, form } = useKeptForm(action);
  const { kind, before, onTheDay, after, words } = ladder;
  const { fields = {}, sent, problem } = state;
  const name = kindWords(kind);
  const isVisit = kind === "appointment";
  const field = (of: "before" | "after", kept: string) => ({
    id: `${kind}-${of}`,
    name: of,
    label: of === "before" ? "Days before" : "Days after",
    "aria-label": `${name}: days ${of}`,
    defaultValue: sent?.[of] ?? kept,
    error: fields[of],
    inputMode: "numeric" as const,
    autoComplete: "off",
    placeholder: "None",
  });
  const isMisplaced = problem && !fields.before && !fields.after;
  return (
    <form {...form} className="grid gap-x-4 gap-y-2 sm:grid-cols-[10rem_minmax(0,1fr)] sm:items-start">
      <input type="hidden" name="kind" value={kind} />
      <h3 className="text-14 font-500 sm:pt-6.5">{name}</h3>
      <div className="grid gap-2">
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <div className="w-32">
            <TextField {...field("before", before)} />
          </div>
          {!isVisit && (
            <>
              <label className="mt-6 flex min-h-9 items-center gap-2 text-14 pointer-coarse:min-h-11">
                <input
                  type="checkbox"
                  name="onTheDay"
                  aria-label={`${name}: on the day`}
                  defaultChecked={sent ? sent.onTheDay === "on" : onTheDay}
                  className="size-4 accent-accent"
                />
                On the day
              </label>
              <div className="w-32">
                <TextField {...field("after", after)} />
              </div>
            </>
          )}
          <Button size="desk-tall" disabled={pending} className="mt-6" aria-label={`Save, ${name}`}>
            Save
          </Button>
        </div>
        <p role="status" className="text-13 text-ink-3">
          {state.done ? <span className="font-500 text-completed">{state.done}. </span> : null}
          {words === "never" ? "Nobody is reminded." : `Reminded ${words}.`}
        </p>
        {isMisplaced && <Notice tone="problem">{problem}</Notice>}
      </div>
    </form>
  );
}
