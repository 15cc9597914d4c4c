import type { LineView } from "@/lib/scopes/views";
import { ScopeTalk } from "./scope-comment";

/** Lines that are in the scope no more: what was said of them stays to be read. */
export function ScopeGone({ lines }: { lines: LineView[] }) {
  return (
    <section aria-labelledby="gone" className="mt-5">
      <h2 id="gone" className="flex min-h-9 items-center text-16 font-600">
        No longer in this scope
      </h2>
      <ul className="grid gap-3">
        {lines.map(({ key, number, words, amount, said }) => (
          <li
            key={key}
            className="grid items-start gap-x-11 gap-y-2 min-[60rem]:grid-cols-[minmax(0,1fr)_20rem]"
          >
            <p className="flex justify-between gap-4 text-15 text-ink-2">
              <del className="min-w-0 wrap-anywhere">{words}</del>
              <del className="shrink-0 tabular-nums">{amount}</del>
            </p>
            <ScopeTalk number={number} said={said} />
          </li>
        ))}
      </ul>
    </section>
  );
}
