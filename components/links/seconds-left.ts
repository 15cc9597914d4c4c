"use client";

import { useEffect, useState } from "react";

/** Seconds counted down on this device's own clock; undefined until the page is alive, so a page without script can say so. */
export function useSecondsLeft(seconds: number): number | undefined {
  const [left, setLeft] = useState<number>();
  useEffect(() => {
    const endMs = performance.now() + seconds * 1000;
    const count = () => {
      const now = Math.max(0, Math.ceil((endMs - performance.now()) / 1000));
      setLeft(now);
      if (now === 0) clearInterval(ticking);
    };
    const ticking = setInterval(count, 250);
    count();
    return () => clearInterval(ticking);
  }, [seconds]);
  return left;
}
