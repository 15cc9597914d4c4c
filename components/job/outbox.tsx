"use client";
// A client component because what is tapped without signal has to wait in the browser.

import { useEffect, useSyncExternalStore } from "react";
import { Notice } from "@/components/ui/notice";
import { next, type Status } from "@/lib/work-orders/machine";
import { keepPage } from "./keep-page";
import { lastMove } from "./outbox-store";
import { type Refused, useOutbox } from "./use-outbox";
import { WaitingTaps } from "./waiting-taps";
import { clockIn } from "./wall-time";

type OutboxProps = { token: string; zone: string; status: Status };

/** What was tapped without signal: the job as if it were done already, and what waits since when. */
export function Outbox({ token, zone, status }: OutboxProps) {
  const { taps, refused } = useOutbox({ token, zone });
  const offline = useOffline();
  const waits = taps.length > 0;
  const shown = taps.reduce<Status>(
    (at, { action }) => (action === "PHOTOS" ? at : (next(at, action) ?? at)),
    status,
  );
  const moved = lastMove(taps) !== undefined;
  useEffect(() => markPage({ shown, moved, waits, offline }), [shown, moved, waits, offline]);
  useEffect(() => void keepPage().catch(() => undefined), []);
  return (
    <>
      <p role="status" className="sr-only">
        {waits && "No signal – saved, will send when you’re back"}
      </p>
      {refused.map((each) => (
        <RefusedTap key={each.key} refused={each} token={token} zone={zone} />
      ))}
      {waits && <WaitingTaps taps={taps} zone={zone} />}
    </>
  );
}

function useOffline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      addEventListener("online", changed);
      addEventListener("offline", changed);
      return () => {
        removeEventListener("online", changed);
        removeEventListener("offline", changed);
      };
    },
    () => !navigator.onLine,
    () => false,
  );
}

type Marks = { shown: Status; moved: boolean; waits: boolean; offline: boolean };

/** The page's own parts follow these marks by their classes: the bar of the state to come, the banner above. */
function markPage({ shown, moved, waits, offline }: Marks): void {
  const page = document.getElementById("job");
  if (!page) return;
  page.dataset.shown = shown;
  page.toggleAttribute("data-moved", moved);
  page.toggleAttribute("data-waiting", waits);
  page.toggleAttribute("data-offline", offline || waits);
}

function RefusedTap({ refused, token, zone }: { refused: Refused; token: string; zone: string }) {
  return (
    <div className="mb-4">
      <Notice tone="problem" phone>
        “{refused.words}”, {refused.action === "PHOTOS" ? "taken" : "tapped"} at {clockIn(zone, refused.at)},
        didn’t go through. {refused.sentence}{" "}
        <a href={`/j/${token}`} className="font-500 underline">
          See the job as it is now
        </a>
      </Notice>
    </div>
  );
}
