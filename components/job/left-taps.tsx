"use client";
// A client component because what was tapped without signal is kept in the browser alone.

import { useCallback, useEffect, useState } from "react";
import { dropTap, keptTaps, type Tap } from "./outbox-store";
import { RefusedTap } from "./refused-tap";

/** What was tapped on a job page that is there no longer, and never arrived. Nothing of it is sent from here. */
export function LeftTaps({ token }: { token: string }) {
  const [left, setLeft] = useState<Tap[]>([]);
  // Where a browser lets a page keep nothing, nothing is left.
  const show = useCallback(async () => setLeft(await keptTaps(token).catch(() => [])), [token]);
  useEffect(() => void show(), [show]);
  if (left.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="mb-2 text-17 font-550">Still on this phone</h2>
      {left.map((tap) => (
        <RefusedTap key={tap.key} tap={tap} onDiscard={(key) => void dropTap(key).then(show)} />
      ))}
    </section>
  );
}
