import type { ReactNode } from "react";

/** An act that is rare and weighs something: folded away, it asks once more where it stands. */
export function FoldedAct({ act, children }: { act: string; children: ReactNode }) {
  return (
    <details>
      <summary className="inline-flex min-h-8 items-center text-14 font-500 underline decoration-line-2 underline-offset-4 pointer-coarse:min-h-11">
        {act}
      </summary>
      <div className="grid max-w-110 gap-3 py-3">{children}</div>
    </details>
  );
}
