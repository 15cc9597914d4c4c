import type { ReactNode } from "react";

type Props = {
  /** Unique on the page: names the section for those who hear it. */
  id: string;
  heading: string;
  /** What it says of itself, in a sentence. */
  intro?: ReactNode;
  act?: ReactNode;
  children?: ReactNode;
};

/** One part of a record's page under a heading of its own. */
export function PageSection({ id, heading, intro, act, children }: Props) {
  return (
    <section aria-labelledby={`${id}-heading`} className="border-t border-line py-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 id={`${id}-heading`} className="text-16 font-600">
            {heading}
          </h2>
          {intro && <p className="text-14 text-ink-3">{intro}</p>}
        </div>
        {act}
      </div>
      {children}
    </section>
  );
}
