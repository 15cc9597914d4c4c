import type { ReactNode } from "react";

/** A part of the job page under its own heading. */
export function Section({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="mt-5">
      <h2 className="mb-1 text-16 font-600">{heading}</h2>
      {children}
    </section>
  );
}

/** Text as the office typed it, its lines kept. */
export function Words({ children }: { children: string }) {
  return <p className="text-17 whitespace-pre-line">{children}</p>;
}
