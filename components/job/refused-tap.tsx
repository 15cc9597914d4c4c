import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { isMove, type Tap } from "./outbox-store";

type RefusedTapProps = { tap: Tap; onDiscard: (key: string) => void; children?: ReactNode };

/** What never arrived: what it was, since when, what was written with it, and why. It stays until it is discarded. */
export function RefusedTap({ tap, onDiscard, children }: RefusedTapProps) {
  const written = isMove(tap) && (tap.question ?? tap.reason);
  return (
    <div className="mb-4">
      <Notice tone="problem" phone>
        <p>
          “{tap.words}”, {isMove(tap) ? "tapped" : "taken"} at {tap.clock}, didn’t go through.{" "}
          {tap.refused ?? "There was no signal in time to send this."}
        </p>
        {written && <p className="mt-2 whitespace-pre-line text-ink">{written}</p>}
        <div className="mt-1 flex flex-wrap gap-x-5">
          {children}
          <button
            type="button"
            aria-label={`Discard “${tap.words}”`}
            onClick={() => onDiscard(tap.key)}
            className="min-h-11 font-500 underline"
          >
            Discard
          </button>
        </div>
      </Notice>
    </div>
  );
}
