"use client";

import { Button } from "@/components/ui/button";
import { HiddenFields } from "./hidden-fields";
import { useSecondsLeft } from "./seconds-left";

type Props = { action: string; sent: Record<string, string>; secondsLeft: number };

const wholeRingSeconds = 60;

/** Where scripts run, the button waits for the count to begin instead of showing for a moment. */
const untilAlive = "[@media(scripting:enabled)]:hidden!";

/** Counts down to when another link may be asked for. Without script the button is there at once, and the server counts. */
export function ResendTimer({ action, sent, secondsLeft }: Props) {
  const left = useSecondsLeft(secondsLeft);
  const now = left ?? secondsLeft;
  return (
    <form method="post" action={action} className="flex min-h-21 flex-wrap items-center gap-x-4 gap-y-2 py-4">
      <HiddenFields fields={sent} />
      <Ring share={Math.min(1, now / wholeRingSeconds)} />
      <div className="min-w-34 grow basis-0">
        <h2 className="text-16 font-550">Nothing yet?</h2>
        <p className="text-15 leading-5.5 text-ink-2">
          {left === undefined ? whenWords(secondsLeft) : now === 0 ? "You can ask again." : countWords(now)}
        </p>
      </div>
      <Button
        size="desk-tall"
        hidden={left !== undefined && left > 0}
        className={`min-h-11 shrink-0 ${left === undefined && secondsLeft > 0 ? untilAlive : ""}`}
      >
        Send another
      </Button>
      <span role="status" className="sr-only">
        {left === 0 && secondsLeft > 0 ? "You can send another link now." : ""}
      </span>
    </form>
  );
}

const whenWords = (seconds: number) =>
  seconds > 0 ? "You can send another in a minute." : "You can ask again.";

const countWords = (seconds: number) =>
  `You can send another in ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** The part of a minute that is left, from the top, clockwise. */
function Ring({ share }: { share: number }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 42 42"
      width={42}
      height={42}
      className="shrink-0"
      fill="none"
      strokeWidth={4}
    >
      <circle cx={21} cy={21} r={18.75} className="stroke-line-2" />
      {share > 0 && (
        <circle
          cx={21}
          cy={21}
          r={18.75}
          pathLength={100}
          strokeDasharray={`${share * 100} 100`}
          strokeLinecap="round"
          transform="rotate(-90 21 21)"
          className="stroke-brand"
        />
      )}
    </svg>
  );
}
