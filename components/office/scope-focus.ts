import { useEffect, useRef } from "react";

/**
 * Keeps the keyboard where it was in a list that a tap changes on the server: on the button that was tapped, on a line that
 * is new, or, where the line is gone, on the one that took its place. Answers with what to call before a form is sent.
 */
export function useFocusAfter(keys: string[]): (tapped: HTMLElement | null) => void {
  const known = useRef(keys);
  const goal = useRef<(now: string[]) => string>(undefined);
  const order = keys.join(" ");
  useEffect(() => {
    const now = order.split(" ");
    const id = goal.current?.(now);
    known.current = now;
    goal.current = undefined;
    if (id) document.getElementById(id)?.focus();
  }, [order]);
  return (tapped) => {
    const [act, key = ""] = tapped instanceof HTMLButtonElement ? tapped.value.split(":") : [];
    const before = known.current;
    goal.current = act
      ? (now) => focusAfter(act, { tapped: tapped?.id ?? "", at: before.indexOf(key), before, now })
      : undefined;
  };
}

type Tapped = { tapped: string; at: number; before: string[]; now: string[] };

function focusAfter(act: string, { tapped, at, before, now }: Tapped): string {
  const fresh = now.find((key) => !before.includes(key));
  if (fresh) return act === "group" ? `group-${fresh}` : `words-${fresh}`;
  return act === "remove" ? `words-${now[at] ?? now.at(-1)}` : tapped;
}
