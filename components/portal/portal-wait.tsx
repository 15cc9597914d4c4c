"use client";
// A client component because only a script can tell that the next page is late.

import { type ReactNode, useEffect, useState } from "react";

const patienceMs = 300;

/** What stands in the page, or its outline once the next page has kept somebody waiting. */
export function PortalWait({ children }: { children: ReactNode }) {
  const [waits, setWaits] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = (event: MouseEvent) => {
      if (!leadsToPage(event)) return;
      clearTimeout(timer);
      timer = setTimeout(() => setWaits(true), patienceMs);
    };
    const end = () => {
      clearTimeout(timer);
      setWaits(false);
    };
    const endOnEscape = ({ key }: KeyboardEvent) => key === "Escape" && end();
    document.addEventListener("click", begin);
    document.addEventListener("keydown", endOnEscape);
    // A page that is kept for the way back is shown as it was before the wait.
    window.addEventListener("pagehide", end);
    return () => {
      end();
      document.removeEventListener("click", begin);
      document.removeEventListener("keydown", endOnEscape);
      window.removeEventListener("pagehide", end);
    };
  }, []);
  return (
    <>
      <div className={waits ? "hidden" : "contents"}>{children}</div>
      <div role="status">{waits && <Outline />}</div>
    </>
  );
}

/** A page of the portal, in this same tab: not a file, and not another place on this page. */
function leadsToPage({ target, button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented }: MouseEvent) {
  const link = target instanceof Element ? target.closest("a") : null;
  if (!link || button !== 0 || metaKey || ctrlKey || shiftKey || altKey || defaultPrevented) return false;
  if (link.origin !== location.origin || link.target || link.hasAttribute("download")) return false;
  const isHere = link.pathname === location.pathname && link.search === location.search && link.hash;
  return !isHere && /^\/portal(?:\/(?!files\/)[a-z]+(?:\/[0-9a-f-]{36})?)?$/.test(link.pathname);
}

function Outline() {
  return (
    <div className="max-w-176">
      <span className="sr-only">Loading</span>
      <div aria-hidden className="grid gap-4 motion-safe:animate-pulse">
        <span className="h-10 w-3/4 max-w-90 rounded-control bg-line" />
        <span className="h-6 w-1/2 max-w-70 rounded-chip bg-line" />
        {["one", "two", "three"].map((row) => (
          <span key={row} className="mt-2 flex items-center gap-4 border-t border-line pt-6">
            <span className="size-11 shrink-0 rounded-phone bg-line" />
            <span className="h-5 grow rounded-chip bg-line" />
          </span>
        ))}
      </div>
    </div>
  );
}
