import type { ReactNode } from "react";
import { SettingsNav } from "./settings-nav";

type Props = {
  heading: string;
  /** What these settings decide, in a sentence. */
  intro: string;
  children: ReactNode;
};

/** A page of Settings beside the list of them; each child is a section of its own. */
export function SettingsPage({ heading, intro, children }: Props) {
  return (
    <div className="flex-1 bg-surface min-[68.75rem]:overflow-y-auto">
      <div className="flex flex-col gap-6 px-5 pt-6 pb-12 min-[68.75rem]:flex-row min-[68.75rem]:gap-14 min-[68.75rem]:px-10 min-[68.75rem]:pt-8">
        <SettingsNav />
        <div className="max-w-220 min-w-0 flex-1">
          <h1 className="text-26 font-600">{heading}</h1>
          <p className="mt-1 text-15 text-ink-2">{intro}</p>
          <div className="mt-6 *:border-t *:border-line *:py-7">{children}</div>
        </div>
      </div>
    </div>
  );
}
