"use client";
// A client component because the answer of its action shows beside it without a new page.

import { type FormEvent, type ReactNode, startTransition, useActionState, useState } from "react";
import { areDraftsOpen, keepDrafts } from "./drafts";
import type { FormAction, FormState } from "./form-state";
import { RefusedNotice } from "./refused-notice";

type Props = {
  action: FormAction;
  /** What is sent unseen. */
  sends: Record<string, string>;
  /** For a button that stands elsewhere. */
  id?: string;
  className?: string;
  /** What happened last, for a form that another one may be faster than. */
  happened?: string;
  /** What it asks; where it says itself what was refused, made of that. */
  children?: ReactNode | ((state: FormState) => ReactNode);
};

/**
 * A form of one tap: its button is given, its refusal is shown. A second tap waits for the first. What is written in a
 * draft on the same page is kept before anything is done with it.
 */
export function ActionForm({ action, sends, id, className, happened = "", children }: Props) {
  const [state, submit, pending] = useActionState(action, {});
  const [isUnsaved, setUnsaved] = useState(false);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    if (!areDraftsOpen()) return;
    event.preventDefault();
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    // Read only then: keeping a draft makes another version of what this form acts on.
    const isKept = await keepDrafts();
    setUnsaved(!isKept);
    if (isKept) startTransition(() => submit(new FormData(form, submitter)));
  };
  return (
    <form id={id} action={submit} onSubmit={onSubmit} className={className}>
      {Object.entries(sends).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset disabled={pending} className="contents">
        {typeof children === "function" ? children(state) : children}
      </fieldset>
      <p role="status" className="text-13 text-question empty:hidden">
        {isUnsaved && unsaved}
      </p>
      <RefusedNotice state={state} happened={happened} />
      {state.done && (
        <p role="status" className="text-13 text-ink-3">
          {state.done}
        </p>
      )}
    </form>
  );
}

const unsaved = "What you wrote could not be saved, so nothing was done.";
