import type { ReactNode } from "react";
import { type Tone, ToneIcon, toneClass } from "@/components/ui/chip";

type StateBannerProps = { tone: Tone; words: string; below: string; aside?: ReactNode };

/** The one fact that matters most now: when to be there, or since when somebody is. */
export function StateBanner({ tone, words, below, aside }: StateBannerProps) {
  return (
    <div className={`-mt-0.5 mb-4 flex items-center gap-4 rounded-phone px-4.5 py-3.5 ${toneClass[tone]}`}>
      <ToneIcon tone={tone} size={24} />
      <div className="min-w-0 flex-1">
        <p className="text-20 leading-7 font-650 tabular-nums">{words}</p>
        <p className="text-15 leading-5.5">{below}</p>
      </div>
      {aside}
    </div>
  );
}
