"use client";
// A client component because a draft keeps itself while it is written, without a tap.

import { usePathname } from "next/navigation";
import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { openDraft, turnOfDraft } from "./drafts";
import type { FormAction, FormState } from "./form-state";
import { overtake, readLive, useLive } from "./live-store";
import { useWrittenBefore } from "./written-before";

/** How long nobody must have typed until a draft is kept. */
const pauseMs = 900;

/**
 * A form that keeps itself: a moment after the last change, and at once when the page is left. One save at a time on a
 * page, since each is given the version that the one before it made; what is typed meanwhile goes with the next, and a tap
 * waits its turn. Its buttons are never switched off meanwhile: one that goes off under a finger takes no tap. Once somebody
 * else was faster, nothing is kept but by its own button. Without script it is posted by that button.
 */
export function useDraft(action: FormAction) {
  const [state, submit, pending] = useActionState(action, {});
  const ref = useWrittenBefore();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isDirty = useRef(false);
  const waiting = useRef<((kept: boolean) => void)[]>([]);
  const [turn] = useState(turnOfDraft);

  const isOvertaken = useEffectEvent(() => state.reason === "stale" || readLive().overtakenBy !== null);
  /** In its turn, with what stands in the form then. Nothing is left to keep where a tap took it along. */
  const send = (form: HTMLFormElement, tapped?: Tapped) => {
    clearTimeout(timer.current);
    const wasOvertaken = isOvertaken();
    turn.take(() => {
      const isOver = isOvertaken() && !(tapped && wasOvertaken);
      if (!form.isConnected || !isDirty.current || isOver) return false;
      isDirty.current = false;
      const sent = new FormData(form);
      if (tapped?.name) sent.set(tapped.name, tapped.value);
      startTransition(() => submit(sent));
      return true;
    });
  };
  const keep = useEffectEvent(() => {
    if (ref.current && isDirty.current && !pending && !isOvertaken()) send(ref.current);
  });
  const keepNow = useEffectEvent(() => {
    if (!isDirty.current && !turn.isMine() && !pending) return Promise.resolve(!isOvertaken());
    if (isOvertaken()) return Promise.resolve(false);
    return new Promise<boolean>((tell) => {
      waiting.current.push(tell);
      keep();
    });
  });
  useEffect(() => {
    if (pending) return;
    if (state.done !== undefined) overtake(null);
    turn.give();
    if (turn.isMine()) return;
    if (isDirty.current && !isOvertaken()) return keep();
    for (const tell of waiting.current.splice(0)) tell(!state.problem);
  }, [pending, state, turn]);
  const leave = useEffectEvent((form: HTMLFormElement | null) => {
    clearTimeout(timer.current);
    if (form && isDirty.current && !isOvertaken()) startTransition(() => void action({}, new FormData(form)));
  });
  useEffect(() => {
    const form = ref.current;
    const keepOnLeaving = () => {
      if (document.visibilityState === "hidden") keep();
    };
    const close = openDraft(() => keepNow());
    document.addEventListener("visibilitychange", keepOnLeaving);
    return () => {
      document.removeEventListener("visibilitychange", keepOnLeaving);
      close();
      leave(form);
      turn.give();
    };
  }, [ref, turn]);

  const onInput = () => {
    isDirty.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => keep(), pauseMs);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    isDirty.current = true;
    send(event.currentTarget, submitter instanceof HTMLButtonElement ? submitter : undefined);
  };
  return { state, pending, form: { ref, action: submit, onInput, onSubmit } };
}

/** What the button that was tapped says besides the form: it may be gone by the time that its turn comes. */
type Tapped = { name: string; value: string };

/** Says that a draft is kept, or why it is not; where somebody was faster, who, and what there is now. */
export function DraftStatus({ state, pending }: { state: FormState; pending: boolean }): ReactNode {
  const { overtakenBy } = useLive();
  const here = usePathname();
  const isOvertaken = overtakenBy !== null || state.reason === "stale";
  const problem = overtakenBy ? `${overtakenBy} changed this just now. ${notKept}` : state.problem;
  return (
    <p role="status" className={`text-13 ${problem ? "text-question" : "text-ink-3"}`}>
      {pending ? "Saving…" : (problem ?? state.done)}
      {isOvertaken && !pending && (
        <>
          {" "}
          <a href={here} target="_blank" rel="noreferrer" className="font-550 underline">
            Look at it in a new tab
          </a>
        </>
      )}
    </p>
  );
}

const notKept = "What you write here is not saved by itself any more: save it to put it in place of theirs.";
