"use client";
// A client component because a draft keeps itself while it is written, without a tap.

import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useEffectEvent,
  useRef,
} from "react";
import type { FormAction, FormState } from "./form-state";

/** How long nobody must have typed until a draft is kept. */
const pauseMs = 900;

/**
 * A form that keeps itself: a moment after the last change, and at once when the page is left. One save at a time, since
 * each is given the version that the one before it made; what is typed meanwhile goes with the next. Without script it is
 * posted by its own button.
 */
export function useDraft(action: FormAction) {
  const [state, submit, pending] = useActionState(action, {});
  const ref = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isDirty = useRef(false);

  const send = (form: HTMLFormElement, submitter?: HTMLElement | null) => {
    clearTimeout(timer.current);
    isDirty.current = false;
    const sent = new FormData(form, submitter);
    startTransition(() => submit(sent));
  };
  const keep = useEffectEvent(() => {
    if (ref.current && isDirty.current && !pending) send(ref.current);
  });
  useEffect(() => {
    if (!pending) keep();
  }, [pending]);
  useEffect(() => {
    const keepOnLeaving = () => {
      if (document.visibilityState === "hidden") keep();
    };
    document.addEventListener("visibilitychange", keepOnLeaving);
    return () => {
      document.removeEventListener("visibilitychange", keepOnLeaving);
      clearTimeout(timer.current);
    };
  }, []);

  const onInput = () => {
    isDirty.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => keep(), pauseMs);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
  };
  return { state, pending, form: { ref, action: submit, onInput, onSubmit } };
}

/** Says that a draft is kept, or why it is not. */
export function DraftStatus({ state, pending }: { state: FormState; pending: boolean }): ReactNode {
  return (
    <p role="status" className={`text-13 ${state.problem ? "text-question" : "text-ink-3"}`}>
      {pending ? "Saving…" : (state.problem ?? state.done)}
    </p>
  );
}
