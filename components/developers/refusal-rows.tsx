import type { Answer } from "./operations";
import { Prose } from "./prose";

/** Refusals by status, each with its reasons. */
export function RefusalRows({ refusals }: { refusals: Answer[] }) {
  return (
    <dl className="mt-2 text-14">
      {refusals.map(({ status, description }) => (
        <div key={status} className="flex gap-4 border-t border-line py-2.5">
          <dt className="w-10 shrink-0 font-mono">{status}</dt>
          <dd className="text-ink-2 [&>p+p]:mt-1.5">
            <Prose text={description} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
