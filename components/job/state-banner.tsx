import type { ReactNode } from "react";
import { type Tone, ToneIcon, toneClass } from "@/components/ui/chip";

type StateBannerProps = { tone: Tone; words: string; below: string; aside?: ReactNode };

/** The one fact that matters most now: when to be there, or since when somebody is. */
export function StateBanner({ tone, words, below, aside }: StateBannerProps) {
  return (
    <div className={`flex items-center gap-4 rounded-phone p-4 ${toneClass[tone]}`}>
      <ToneIcon tone={tone} size={24} />
      <div className="min-w-0 flex-1">
        <p className="text-20 font-600">{words}</p>
        <p className="text-15">{below}</p>
      </div>
      {aside}
    </div>
  );
}
