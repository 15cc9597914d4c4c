"use client";
// A client component because what was typed stays in the form when it is refused.

import { useId } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";

type Props = { documentId: string; line: { key: string; number: string }; action: FormAction };

/** The office’s reply to what was said about a line. */
export function ScopeReply({ documentId, line, action }: Props) {
  const { state, pending, form } = useKeptForm(action);
  const id = useId();
  return (
    <details open={state.problem !== undefined} className="pl-3.5">
      <summary className="inline-flex min-h-8 items-center text-13 font-500 text-ink-2 underline underline-offset-4 pointer-coarse:min-h-11">
        Reply<span className="sr-only"> about {line.number}</span>
      </summary>
      <form {...form} className="grid justify-items-start gap-2 pb-2 [&>div]:w-full">
        <input type="hidden" name="documentId" value={documentId} />
        <input type="hidden" name="line" value={line.key} />
        <TextArea
          id={id}
          name="words"
          label={`Your reply about ${line.number}`}
          required
          maxLength={1000}
          defaultValue={state.sent?.words ?? ""}
          error={state.problem}
          hint="They read it on the page, at once."
        />
        <Button disabled={pending}>Reply</Button>
      </form>
    </details>
  );
}
