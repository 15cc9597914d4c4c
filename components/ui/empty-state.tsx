import type { ReactNode } from "react";

/** A place with nothing in it yet: what will appear here, and what to do meanwhile. */
export function EmptyState({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="max-w-90">
      <h2 className="text-26 font-600">{heading}</h2>
      <div className="mt-1.5 text-15 text-ink-2">{children}</div>
    </section>
  );
}
