"use client";
// A client component because a choice is saved as it is made; without script its button saves it.

import { ChevronDown } from "lucide-react";
import {
  type ChangeEvent,
  type FocusEvent,
  type KeyboardEvent,
  startTransition,
  useActionState,
  useOptimistic,
  useRef,
  useState,
} from "react";
import { useAsFound } from "@/components/ui/as-found";
import { Button } from "@/components/ui/button";
import type { FormAction } from "./form-state";
import { RefusedNotice } from "./refused-notice";

type Props = {
  /** What is chosen, for those who hear it. */
  label: string;
  name: string;
  choices: { value: string; words: string }[];
  chosen: string;
  action: FormAction;
  /** What is sent with it. */
  sends?: Record<string, string>;
};

/** One of a few, saved as it is picked; a refused choice goes back to what it was. */
export function SavedSelect({ label, name, choices, chosen, action, sends = {} }: Props) {
  const { state, submit, done, shown, isUnsaved, listens } = useSavedChoice(chosen, action);
  return (
    <form action={submit} className="flex flex-wrap items-center gap-1.5">
      {Object.entries(sends).map(([each, value]) => (
        <input key={each} type="hidden" name={each} value={value} />
      ))}
      <span className="relative">
        <select
          aria-label={label}
          name={name}
          value={shown}
          {...listens}
          className="min-h-8 appearance-none rounded-control border border-line-2 bg-surface pr-7 pl-2.5 text-13 font-500 text-ink shadow-control hover:bg-paper pointer-coarse:min-h-11 pointer-coarse:text-16"
        >
          {choices.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          size={14}
          className="pointer-events-none absolute inset-y-0 right-2.5 my-auto text-ink-3"
        />
      </span>
      <span className={isUnsaved ? "" : "hidden noscript:block"}>
        <Button aria-label={`Save ${label}`}>Save</Button>
      </span>
      <span role="status" className="text-12 font-500 text-completed empty:hidden">
        {done}
      </span>
      <RefusedNotice state={state} happened="" />
    </form>
  );
}

/**
 * A pick by pointer is saved at once. Whoever goes through the choices by key saves by Enter, by the button or by leaving,
 * and nothing that they only pass by.
 */
function useSavedChoice(chosen: string, action: FormAction) {
  const [state, submit, pending] = useActionState(action, {});
  const [saved, show] = useOptimistic(chosen);
  const [passing, pass] = useState<string>();
  const byKey = useRef(false);
  const save = (form: HTMLFormElement | null, value = saved) => {
    pass(undefined);
    if (!form || value === saved) return;
    const sent = new FormData(form);
    startTransition(() => {
      show(value);
      submit(sent);
    });
  };
  const isUnsaved = passing !== undefined && passing !== saved;
  const listens = {
    onPointerDown: () => {
      byKey.current = false;
    },
    onKeyDown: (event: KeyboardEvent<HTMLSelectElement>) => {
      byKey.current = true;
      if (event.key !== "Enter" || !isUnsaved) return;
      event.preventDefault();
      save(event.currentTarget.form, passing);
    },
    onChange: ({ currentTarget: { form, value } }: ChangeEvent<HTMLSelectElement>) =>
      byKey.current ? pass(value) : save(form, value),
    onBlur: ({ currentTarget: { form } }: FocusEvent<HTMLSelectElement>) => save(form, passing),
  };
  const done = pending || isUnsaved ? "" : state.done;
  const ref = useAsFound<HTMLSelectElement>(({ value }) => pass(value));
  return { state, submit, done, shown: passing ?? saved, isUnsaved, listens: { ref, ...listens } };
}
