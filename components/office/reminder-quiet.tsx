"use client";
// A client component because what was typed stays in the form when it is refused.

import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";

type Props = {
  quiet: { from: string; until: string };
  /** “20:00 to 08:00”, “8:00 PM to 8:00 AM”, “never” */
  words: string;
  /** Missing for whoever may not change it. */
  action: FormAction | undefined;
};

/** From when to when nobody is reminded, on their own clock. */
export function ReminderQuiet({ quiet, words, action }: Props) {
  return (
    <section aria-labelledby="quiet-heading">
      <h2 id="quiet-heading" className="text-16 font-600">
        Quiet hours
      </h2>
      <p className="text-14 text-ink-3">
        Reminders go out at nine in the morning where the client lives. One that would come while it is quiet
        there waits until the quiet hours end.
      </p>
      {action ? (
        <QuietForm quiet={quiet} action={action} />
      ) : (
        <p className="mt-4 text-14 text-ink-2">Quiet: {words}</p>
      )}
    </section>
  );
}

function QuietForm({ quiet, action }: { quiet: Props["quiet"]; action: FormAction }) {
  const { state, pending, form } = useKeptForm(action);
  const { fields = {}, sent, problem } = state;
  return (
    <form {...form} className="mt-4 grid gap-3">
      {problem && !fields.from && !fields.until && <Notice tone="problem">{problem}</Notice>}
      <div className="flex flex-wrap items-start gap-4">
        <TextField
          id="quiet-from"
          name="from"
          type="time"
          label="From"
          required
          defaultValue={sent?.from ?? quiet.from}
          error={fields.from}
        />
        <TextField
          id="quiet-until"
          name="until"
          type="time"
          label="Until"
          required
          defaultValue={sent?.until ?? quiet.until}
          error={fields.until}
        />
        <Button size="desk-tall" disabled={pending} className="mt-6">
          Save
        </Button>
        {state.done && (
          <p role="status" className="mt-8 text-13 font-500 text-completed">
            {state.done}
          </p>
        )}
      </div>
      <p className="text-13 text-ink-3">The same time twice means that there are no quiet hours.</p>
    </form>
  );
}
