import type { SaidView } from "@/lib/scopes/views";

/** What went to and fro about a line, the oldest first. */
export function ScopeSaid({ said }: { said: SaidView[] }) {
  return (
    <ul className="grid gap-2 border-l-2 border-line-2 pl-3">
      {said.map(({ id, by, words, when, ofRevision }) => (
        <li key={id} className="text-14">
          <p className="text-13 text-ink-3">
            <strong className="font-550 text-ink">{by}</strong>, {when}
            {ofRevision && `, of revision ${ofRevision}`}
          </p>
          <p className="whitespace-pre-line wrap-anywhere">{words}</p>
        </li>
      ))}
    </ul>
  );
}
