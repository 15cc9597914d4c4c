"use client";
// A client component because only a script can look again without a reload; without one the page reloads itself.

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isReachable } from "./connection";

/** How long until the first look, and how much longer each next one waits, up to the longest. */
const patience = { firstMs: 1500, growth: 1.4, longestMs: 20_000 };

/** Asks for this page again from time to time while it is looked at: what it waits for may have come. */
export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    let waitMs = patience.firstMs;
    let timer: ReturnType<typeof setTimeout>;
    let isGone = false;
    const look = async () => {
      const may = document.visibilityState === "visible" && (await isReachable());
      if (isGone) return;
      if (may) router.refresh();
      waitMs = Math.min(waitMs * patience.growth, patience.longestMs);
      timer = setTimeout(look, waitMs);
    };
    timer = setTimeout(look, waitMs);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [router]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="5" />
    </noscript>
  );
}
