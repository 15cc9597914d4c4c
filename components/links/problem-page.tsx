import type { ReactNode } from "react";
import { PublicPage } from "./public-page";

type Props = {
  heading: string;
  /** What happened, then what to do next. */
  sentence: string;
  /** What to say when asking somebody about it. */
  reference?: string | undefined;
  action: ReactNode;
};

/** A page that could not be shown. It names nobody, because it does not know who is looking. */
export function ProblemPage({ heading, sentence, reference, action }: Props) {
  return (
    <PublicPage actions={action}>
      <h1 className="text-30 font-650 text-balance">{heading}</h1>
      <p className="mt-3 text-17 text-ink-2">{sentence}</p>
      {reference && (
        <p className="mt-6 border-t border-line pt-4.5 text-15 text-ink-2">
          If you call about it, say <span className="font-mono text-ink">{reference}</span>.
        </p>
      )}
    </PublicPage>
  );
}
