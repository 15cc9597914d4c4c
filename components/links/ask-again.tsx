"use client";

import { useEffect, useState } from "react";
import { HiddenFields } from "./hidden-fields";
import { MainButton } from "./main-button";
import { useSecondsLeft } from "./seconds-left";

type Wait = { at: string; secondsLeft: number };

/** “at 10:48” by the clock of whoever reads it; until this page is alive, what the server could say. */
export function WhenAgain({ at, secondsLeft }: Wait) {
  const [words, setWords] = useState(at);
  useEffect(() => setWords(`at ${clockAfter(secondsLeft)}`), [secondsLeft]);
  return words;
}

/** The first whole minute after that many seconds, on this device, as its reader tells the time: of 24 hours but for Americans. */
function clockAfter(seconds: number): string {
  const minute = Math.ceil((Date.now() + seconds * 1000) / 60_000);
  const isAmerican = new Intl.DateTimeFormat().resolvedOptions().locale === "en-US";
  return new Intl.DateTimeFormat(undefined, isAmerican ? ofTwelve : ofTwentyFour).format(minute * 60_000);
}

const ofTwelve = { hour: "numeric", minute: "2-digit" } as const;
const ofTwentyFour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** Becomes the main button when its time has come. Tapped before, or without script, the server says when again. */
export function AskAgain({ action, sent, ...wait }: Wait & { action: string; sent: Record<string, string> }) {
  const due = (useSecondsLeft(wait.secondsLeft) ?? wait.secondsLeft) === 0;
  return (
    <form method="post" action={action}>
      <HiddenFields fields={sent} />
      <MainButton kind={due ? "brand" : "quiet"} className={due ? "" : "bg-sunken! text-ink-2!"}>
        {due ? "Send me a link" : <WaitingWords {...wait} />}
      </MainButton>
    </form>
  );
}

const WaitingWords = (wait: Wait) => (
  <span>
    Send me a link <WhenAgain {...wait} />
  </span>
);
