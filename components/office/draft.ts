import { useEffect, useState } from "react";

const keyOf = (orderId: string) => `latchkey-draft-${orderId}`;

/**
 * What somebody has begun to write about an order: kept in this tab, whatever page is opened meanwhile, until the
 * timeline says it. `lastReply` is the newest reply there. Answers with the words and how to change them.
 */
export function useDraft(orderId: string, initial: string, lastReply: string) {
  const [text, setText] = useState(initial);
  useEffect(() => {
    const kept = sessionStorage.getItem(keyOf(orderId)) ?? "";
    const sent = kept.trim() !== "" && lastReply.endsWith(`“${kept.trim()}”`);
    if (sent) sessionStorage.removeItem(keyOf(orderId));
    setText((now) => (sent ? "" : now || kept));
  }, [orderId, lastReply]);
  const write = (now: string) => {
    setText(now);
    if (now) sessionStorage.setItem(keyOf(orderId), now);
    else sessionStorage.removeItem(keyOf(orderId));
  };
  return [text, write] as const;
}
