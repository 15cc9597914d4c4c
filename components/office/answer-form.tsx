"use client";
// A client component because what was typed stays in the form when it is refused.

import type { ReactNode } from "react";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";

type Props = {
  action: FormAction;
  questionId: string;
  /** Who asked, and is sent the reply. */
  to: string;
  children: ReactNode;
};

/** A reply to one question of a client. */
export function AnswerForm({ action, questionId, to, children }: Props) {
  const { state, pending, form } = useKeptForm(action);
  return (
    <form {...form} className="mt-3 grid gap-2">
      <input type="hidden" name="questionId" value={questionId} />
      {state.problem && !state.fields?.words && <Notice tone="problem">{state.problem}</Notice>}
      <TextArea
        id={`answer-${questionId}`}
        name="words"
        label={`Reply to ${to}`}
        required
        maxLength={2000}
        error={state.fields?.words}
        defaultValue={state.sent?.words ?? ""}
      />
      <fieldset disabled={pending} className="contents">
        <p>{children}</p>
      </fieldset>
    </form>
  );
}
