"use client";
// A client component because what is tapped without signal has to wait in the browser.

import { useEffect } from "react";
import { next, type Status } from "@/lib/work-orders/machine";
import { keepPage } from "./keep-page";
import { isMove, lastMove, waits } from "./outbox-store";
import { RefusedTap } from "./refused-tap";
import { useOffline } from "./use-offline";
import { useOutbox } from "./use-outbox";
import { WaitingTaps } from "./waiting-taps";
import type { Place } from "./wall-time";

type OutboxProps = { token: string; place: Place; status: Status };

/** What was tapped without signal: the job as if it were done already, what waits since when, and what was refused. */
export function Outbox({ token, place, status }: OutboxProps) {
  const { kept, arrived, stuck, discard } = useOutbox(token, place);
  const offline = useOffline();
  const waiting = kept.filter(waits);
  const tapped = [...arrived, ...waiting].filter(isMove);
  const shown = tapped.reduce<Status>((at, { action }) => next(at, action) ?? at, status);
  const moved = lastMove(tapped) !== undefined;
  const someWait = waiting.length > 0;
  // A move is kept only where there was no signal for it; photos are kept before they are sent.
  const noSignal = offline || waiting.some(isMove) || (someWait && stuck?.end === "no-signal");
  const why = !noSignal && stuck?.end === "later" ? stuck.sentence : undefined;
  useEffect(() => markPage({ shown, moved, someWait, noSignal }), [shown, moved, someWait, noSignal]);
  useEffect(() => void keepPage().catch(() => undefined), []);
  return (
    <>
      <p role="status" className="sr-only">
        {someWait && (why ?? (noSignal ? "No signal – saved, will send when you’re back" : "Sending"))}
      </p>
      {kept
        .filter((tap) => !waits(tap))
        .map((tap) => (
          <RefusedTap key={tap.key} tap={tap} onDiscard={discard}>
            <a href={`/j/${token}`} className="inline-flex min-h-11 items-center font-500 underline">
              See the job as it is now
            </a>
          </RefusedTap>
        ))}
      {someWait && <WaitingTaps taps={waiting} sending={!noSignal && !why} why={why} />}
    </>
  );
}

type Marks = { shown: Status; moved: boolean; someWait: boolean; noSignal: boolean };

/** The page's own parts follow these marks by their classes: the bar of the state to come, the banner above. */
function markPage({ shown, moved, someWait, noSignal }: Marks): void {
  const page = document.getElementById("job");
  if (!page) return;
  page.dataset.shown = shown;
  page.toggleAttribute("data-moved", moved);
  page.toggleAttribute("data-waiting", someWait);
  page.toggleAttribute("data-offline", noSignal);
}
