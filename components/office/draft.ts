import { useEffect, useState } from "react";

const keyOf = (orderId: string) => `latchkey-draft-${orderId}`;

/**
 * What somebody has begun to write about an order: kept in this tab until it is sent, whatever page is opened meanwhile.
 * `sent` says that it has gone.
 */
export function useDraft(orderId: string, initial: string, sent: boolean) {
  const [text, setText] = useState(initial);
  useEffect(() => setText((now) => now || (sessionStorage.getItem(keyOf(orderId)) ?? "")), [orderId]);
  useEffect(() => {
    if (!sent) return;
    sessionStorage.removeItem(keyOf(orderId));
    setText("");
  }, [sent, orderId]);
  const write = (now: string) => {
    setText(now);
    if (now) sessionStorage.setItem(keyOf(orderId), now);
    else sessionStorage.removeItem(keyOf(orderId));
  };
  return [text, write] as const;
}
