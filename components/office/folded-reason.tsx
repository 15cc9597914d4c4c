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
  /** What unfolds it. */
  label: string;
  /** What it is about, for who hears the button among many. */
  of?: string | undefined;
  why: { label: string; hint: string; maxLength: number };
  button: string;
  kind?: "danger";
};

/** An act that needs its reason in words, which it asks for where it stands. */
export function FoldedReason({ action, sends, label, of, why, button, kind }: Props) {
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
            {...why}
            id={`${id}-words`}
            name="words"
            required
            defaultValue={state.sent?.words ?? ""}
            error={state.problem}
          />
        </div>
        <Button kind={kind} size="desk-tall" disabled={pending}>
          {button}
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
