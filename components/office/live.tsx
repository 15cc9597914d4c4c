"use client";
// A client component because it holds the connection to the stream.

import { useParams, useRouter } from "next/navigation";
import { startTransition, useEffect, useEffectEvent, useState } from "react";
import { shareStream } from "./live-share";
import type { Said } from "./live-source";
import { hear, setStanding, useLive } from "./live-store";

type Props = {
  /** Sets the pages of this sign-in apart from those of another one in the same browser. */
  name: string;
  /** How far the stream was before the page was read. */
  since: string;
};

/** Keeps the office live: takes in what happens, reads it out politely, and reads the open order anew when it changes. */
export function LiveFeed({ name, since }: Props) {
  const [from] = useState(since);
  const [spoken, setSpoken] = useState("");
  const openNumber = Number(useParams<{ number?: string }>().number) || null;
  const router = useRouter();

  const take = useEffectEvent((said: Said) => {
    if (said.say === "standing") return setStanding(said.standing);
    if (said.say === "reset") return startTransition(() => router.refresh());
    const { happening } = said;
    if (!hear(happening, openNumber)) return;
    if (happening.sentence) setSpoken(happening.sentence);
    if (happening.number === openNumber) startTransition(() => router.refresh());
  });
  useEffect(() => shareStream(`latchkey-live-${name}`, from, (said) => take(said)), [name, from]);

  return (
    <p aria-live="polite" className="sr-only">
      {spoken}
    </p>
  );
}

/** Says whether the page hears what happens. Until the stream answers, and without JavaScript, it says nothing. */
export function LiveBadge() {
  const { standing } = useLive();
  const lost = standing === "lost";
  return (
    <span
      role="status"
      className={`flex items-center gap-1.5 text-13 font-500 ${lost ? "text-on-site" : "text-completed"}`}
    >
      {standing !== "opening" && (
        <>
          <span aria-hidden className="size-2 rounded-full bg-current ring-3 ring-current/25" />
          {lost ? "Reconnecting" : "Live"}
        </>
      )}
    </span>
  );
}
