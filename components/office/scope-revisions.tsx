import { CircleCheck, MessageCircleMore } from "lucide-react";
import Link from "next/link";
import { DifferenceRow } from "@/components/portal/scope-row";
import type { Answered, DifferencesView, RevisionView } from "@/lib/scopes/views";

type Props = {
  revisions: RevisionView[];
  /** The page of the scope, which shows what was new in the revision that its address names. */
  href: string;
};

/** Every revision, the newest first: when it was sent, what was answered, and, of one of them, what was new in it. */
export function ScopeRevisions({ revisions, href }: Props) {
  return (
    <ol className="divide-y divide-line pt-1">
      {revisions.map(({ number, sentOn, answered, total, differences }) => (
        <li key={number} id={`revision-${number}`} className="py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-14">
            <p className="font-550">
              Revision {number}
              <span className="ml-2 font-400 text-ink-2">{sentOn ? `Sent ${sentOn}` : "Draft"}</span>
            </p>
            <p className="tabular-nums">{total}</p>
          </div>
          {answered && <ScopeVerdict answered={answered} />}
          {differences && (
            <Differences differences={differences} isAskedFor={number !== revisions[0]?.number} />
          )}
          {!differences && number > 1 && (
            <Link href={`${href}?revision=${number}#revision-${number}`} className={more}>
              What was new in revision {number}
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}

const more =
  "inline-flex min-h-8 items-center text-13 text-ink-2 underline underline-offset-4 pointer-coarse:min-h-11";

/** What was answered, by whom and when. */
export function ScopeVerdict({ answered: { as, by, when } }: { answered: Answered }) {
  const isApproved = as === "approved";
  const Icon = isApproved ? CircleCheck : MessageCircleMore;
  return (
    <p className={`flex items-center gap-1.5 text-13 ${isApproved ? "text-completed" : "text-question"}`}>
      <Icon aria-hidden size={14} strokeWidth={2} className="shrink-0" />
      {isApproved ? "Approved" : "Changes requested"} by {by}, {when}
    </p>
  );
}

type Shown = { differences: DifferencesView; isAskedFor: boolean };

function Differences({ differences: { since, summary, total, groups }, isAskedFor }: Shown) {
  const changed = groups
    .map((group) => ({ ...group, lines: group.lines.filter(({ kind }) => kind !== "same") }))
    .filter(({ lines, wasName }) => lines.length > 0 || wasName !== null);
  return (
    <details open={isAskedFor}>
      <summary className={more}>
        Since revision {since}: {summary}
        {total && `, ${total.change}`}
      </summary>
      {changed.map(({ name, wasName, lines }) => (
        <div key={`${name} ${lines[0] ? keyOf(lines[0]) : ""}`} className="px-3 pt-1">
          {name && (
            <p className="text-13 font-600">
              {name}
              {wasName && <span className="font-400 text-ink-2">, “{wasName}” before</span>}
            </p>
          )}
          <div className="grid gap-1 py-1">
            {lines.map((line) => (
              <DifferenceRow key={keyOf(line)} difference={line} />
            ))}
          </div>
        </div>
      ))}
    </details>
  );
}

const keyOf = (line: DifferencesView["groups"][number]["lines"][number]) =>
  line.kind === "removed" ? line.was.key : line.line.key;
