import { useEffect, useEffectEvent, useRef } from "react";

/** A tap in the form of a draft, as its button says it: “down:<key>”. */
type Tapped = { act: string; key: string; id: string; before: string[] };

/** Ids of what shall have the keyboard, the best first: of a row that is new, or of one that took another’s place. */
type Ids = { ofNew: (key: string, act: string) => string[]; ofRow: (key: string | undefined) => string[] };

/**
 * Keeps the keyboard where it was in a list that a tap changes on the server: on the button that was tapped, on a row that
 * is new, or, where the row is gone, on the one that took its place. Answers with what to call before a form is sent.
 */
export function useFocusAfter(
  keys: string[],
  pending: boolean,
  { ofNew, ofRow }: Ids,
): (button: HTMLElement | null) => void {
  const known = useRef(keys);
  const tapped = useRef<Tapped>(undefined);
  const order = keys.join(" ");
  const idsAfter = ({ act, key, id, before }: Tapped, now: string[]): string[] => {
    const fresh = now.find((each) => !before.includes(each));
    if (fresh !== undefined) return ofNew(fresh, act);
    if (act === "remove") return ofRow(now[before.indexOf(key)] ?? now.at(-1));
    return [id, ...ofRow(key)];
  };
  const settle = useEffectEvent((now: string[]) => {
    const tap = tapped.current;
    known.current = now;
    tapped.current = undefined;
    const ids = tap ? idsAfter(tap, now) : [];
    ids
      .map((id) => document.getElementById(id))
      .find(isThere)
      ?.focus();
  });
  useEffect(() => {
    const now = order.split(" ").filter(Boolean);
    if (!pending && order !== known.current.join(" ")) settle(now);
  }, [order, pending]);
  return (button) => {
    const [act, key = ""] = button instanceof HTMLButtonElement ? button.value.split(":") : [];
    tapped.current = act ? { act, key, id: button?.id ?? "", before: known.current } : undefined;
  };
}

const isThere = (element: HTMLElement | null): element is HTMLElement =>
  element !== null && !element.matches(":disabled");
