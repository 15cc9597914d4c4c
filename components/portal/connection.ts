import { useEffect, useEffectEvent } from "react";

const patienceMs = 5000;

/**
 * Whether the server answers now: asked ahead of making a page anew. Where Next can't fetch one, it leaves for the address
 * itself, and the page that was there is the browser’s own about a lost connection.
 */
export async function isReachable(): Promise<boolean> {
  const answer = await fetch("/api/health", {
    method: "HEAD",
    cache: "no-store",
    signal: AbortSignal.timeout(patienceMs),
  }).catch(() => null);
  return answer?.ok ?? false;
}

/** Calls `back` each time that this device has a connection again. */
export function useOnline(back: () => void): void {
  const call = useEffectEvent(back);
  useEffect(() => {
    const listen = () => call();
    window.addEventListener("online", listen);
    return () => window.removeEventListener("online", listen);
  }, []);
}
