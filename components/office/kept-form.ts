import { type FormEvent, startTransition, useActionState } from "react";
import type { FormAction } from "./form-state";

/**
 * A form that keeps what was typed and chosen when it is refused. React empties a form after its action, so with script
 * the form is sent by hand; without script it is posted, and the server's answer holds what was typed.
 */
export function useKeptForm(action: FormAction) {
  const [state, submit, pending] = useActionState(action, {});
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const sent = new FormData(event.currentTarget, submitter);
    startTransition(() => submit(sent));
  };
  return { state, pending, form: { action: submit, onSubmit } };
}
