import { useEffect, useRef, useState } from "react";

const keyOf = (orderId: string) => `latchkey-draft-${orderId}`;

/**
 * What somebody has begun to write about an order: kept in this tab until it is sent, whatever page is opened meanwhile.
 * Answers with the words and how to change them.
 */
export function useDraft(orderId: string, initial: string) {
  const [text, setText] = useState(initial);
  useEffect(() => setText((now) => now || (sessionStorage.getItem(keyOf(orderId)) ?? "")), [orderId]);
  const write = (now: string) => {
    setText(now);
    if (now) sessionStorage.setItem(keyOf(orderId), now);
    else sessionStorage.removeItem(keyOf(orderId));
  };
  return [text, write] as const;
}

/** Lets go of what was written about an order when its form leaves the page while it is being sent. */
export function useGone(orderId: string, pending: boolean): void {
  const sending = useRef(pending);
  useEffect(() => {
    sending.current = pending;
  }, [pending]);
  useEffect(
    () => () => {
      if (sending.current) sessionStorage.removeItem(keyOf(orderId));
    },
    [orderId],
  );
}

/** Calls `then` once a form that was sent came back without a refusal, whether its action answered or led elsewhere. */
export function useSent(pending: boolean, refused: boolean, then: () => void): void {
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !pending && !refused) then();
    was.current = pending;
  }, [pending, refused, then]);
}
