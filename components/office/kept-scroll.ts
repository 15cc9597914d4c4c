import { useLayoutEffect } from "react";

const places = new Map<string, number>();

/** Keeps how far a pane was scrolled while its page changes: the list must not jump when another row is opened. */
export function useKeptScroll(id: string): void {
  useLayoutEffect(() => {
    const pane = document.getElementById(id);
    if (!pane) return;
    pane.scrollTop = places.get(id) ?? 0;
    const keep = () => places.set(id, pane.scrollTop);
    pane.addEventListener("scroll", keep, { passive: true });
    return () => pane.removeEventListener("scroll", keep);
  }, [id]);
}
