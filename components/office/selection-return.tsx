"use client";
// A client component because what was typed stays in the form when it is refused.

import { useId } from "react";
import { HiddenFields } from "@/components/links/hidden-fields";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { TextArea } from "@/components/ui/field";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";

type Props = {
  action: FormAction;
  sends: Record<string, string>;
  label: string;
  /** The item, for who hears the button among many. */
  of?: string;
};

/** Gives choices back, with the reason: the client reads it as it is written. */
export function SelectionReturn({ action, sends, label, of }: Props) {
  const { state, pending, form } = useKeptForm(action);
  const id = useId();
  return (
    <details className="open:basis-full" open={state.problem ? true : undefined}>
      <summary className={`${buttonClass("quiet")} list-none`}>
        {label}
        {of && <span className="sr-only">: {of}</span>}
      </summary>
      <form {...form} className="mt-3 grid max-w-120 justify-items-start gap-3">
        <HiddenFields fields={sends} />
        <div className="w-full">
          <TextArea
            id={`${id}-words`}
            name="words"
            label="Why"
            hint="The client reads this."
            required
            maxLength={1000}
            defaultValue={state.sent?.words ?? ""}
            error={state.problem}
          />
        </div>
        <Button size="desk-tall" disabled={pending}>
          {label}
        </Button>
      </form>
      {state.done && (
        <p role="status" className="mt-2 text-13 text-ink-3">
          {state.done}
        </p>
      )}
    </details>
  );
}
