import { Clock } from "lucide-react";
import { type Tone, ToneIcon, toneClass } from "@/components/ui/chip";
import type { ContractorAction } from "@/lib/work-orders/machine";
import { isMove, lastMove, type MoveTap, type Tap } from "./outbox-store";
import { PhotoThumb } from "./photo-thumb";
import { bytesOf } from "./read-photos";
import { StateBanner } from "./state-banner";
import { sizeWords } from "./upload-file";

/** How a tap looks, and what it will have brought about. */
const done: Record<ContractorAction, { tone: Tone; words: (clock: string, tap: MoveTap) => string }> = {
  ACCEPT: { tone: "accepted", words: (clock) => `Accepted ${clock}` },
  DECLINE: { tone: "closed", words: (clock) => `Declined ${clock}` },
  SCHEDULE: { tone: "scheduled", words: (_, tap) => tap.words.replace("Schedule ", "Scheduled ") },
  ON_SITE: { tone: "on-site", words: (clock) => `On site since ${clock}` },
  COMPLETE: { tone: "completed", words: (clock) => `Completed ${clock}` },
  QUESTION: { tone: "question", words: (clock) => `Asked ${clock}` },
};

type WaitingTapsProps = {
  taps: Tap[];
  sending: boolean;
  /** Why the server takes none of them now, though there is signal. */
  why: string | undefined;
};

/** Where the job stands once they are sent, and each with the time at which it was tapped. */
export function WaitingTaps({ taps, sending, why }: WaitingTapsProps) {
  const last = lastMove(taps);
  return (
    <>
      {last && (
        <StateBanner
          tone={done[last.action].tone}
          words={done[last.action].words(last.clock, last)}
          below="Saved on this phone, not sent yet"
          aside={<Clock aria-hidden size={24} strokeWidth={2} />}
        />
      )}
      <section className="mb-4">
        <h2 className="mb-1 text-16 font-600">{sending ? "Sending" : "Waiting to send"}</h2>
        {why && <p className="text-15 text-question">{why}</p>}
        <ul>
          {taps.map((tap) => (
            <li key={tap.key} className="flex items-center gap-3 border-b border-line py-2.5">
              <WaitingTap tap={tap} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function WaitingTap({ tap }: { tap: Tap }) {
  return (
    <>
      {isMove(tap) ? <TapIcon action={tap.action} /> : <PhotoThumb photo={tap.photos[0]} />}
      <p className="min-w-0">
        <span className="block truncate text-17 leading-6 font-550">
          {(isMove(tap) && tap.question) || tap.words}
        </span>
        <span className="block text-15 leading-5 text-ink-2">
          {isMove(tap)
            ? `Tapped at ${tap.clock}`
            : `Taken at ${tap.clock}, ${sizeWords(bytesOf(tap.photos))}`}
        </span>
      </p>
    </>
  );
}

function TapIcon({ action }: { action: ContractorAction }) {
  const { tone } = done[action];
  return (
    <span className={`flex size-11 shrink-0 items-center justify-center rounded-control ${toneClass[tone]}`}>
      <ToneIcon tone={tone} size={20} />
    </span>
  );
}
