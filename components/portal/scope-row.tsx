import { Minus, Pencil, Plus } from "lucide-react";
import type { ReactNode } from "react";
import type { Piece } from "@/lib/scopes/differences";
import type { DifferenceView, LineView } from "@/lib/scopes/views";

export type RowLook = "plain" | "discussed" | "added" | "removed" | "changed";

const looks: Record<RowLook, string> = {
  plain: "",
  discussed: "bg-brand-tint",
  added: "bg-completed-tint",
  removed: "bg-sunken",
  changed: "bg-on-site-tint",
};

const marks = {
  added: { words: "Added", icon: Plus, colour: "text-completed" },
  removed: { words: "Removed", icon: Minus, colour: "text-ink-2" },
  changed: { words: "Changed", icon: Pencil, colour: "text-on-site" },
};

type Props = {
  number: ReactNode;
  words: ReactNode;
  amount: ReactNode;
  look?: RowLook;
  /** At the right of the amount: the way to a comment. */
  act?: ReactNode;
};

/** One line of a scope: its number, its words, its amount; in a comparison also what became of it. */
export function ScopeRow({ number, words, amount, look = "plain", act }: Props) {
  const mark = look === "plain" || look === "discussed" ? null : marks[look];
  return (
    <div
      className={`-mx-3 flex min-h-13 items-center gap-x-3 rounded-control py-1 pl-3 text-15 ${act ? "pr-1" : "pr-3"} ${looks[look]}`}
    >
      <div className="min-w-0 grow py-1">
        {mark && (
          <p className={`flex items-center gap-1 pl-11 text-12 font-550 sm:pl-13 ${mark.colour}`}>
            <mark.icon aria-hidden size={12} strokeWidth={2.5} />
            {mark.words}
          </p>
        )}
        <p className="flex items-baseline gap-x-3">
          <span className="w-8 shrink-0 font-mono text-13 text-ink-3 sm:w-10">{number}</span>
          <span className="flex min-w-0 grow flex-wrap items-baseline justify-between gap-x-6">
            <span className="min-w-0 flex-[1_1_12rem] wrap-anywhere">{words}</span>
            <span className="shrink-0 text-right font-500 tabular-nums">{amount}</span>
          </span>
        </p>
      </div>
      {act}
    </div>
  );
}

/** The words of a line with what was put in and what was taken out, also for those who hear it. */
export function DifferentWords({ pieces }: { pieces: Piece[] }) {
  let at = 0;
  return pieces.map(({ kind, text }) => {
    at += 1;
    if (kind === "same") return <span key={at}>{text}</span>;
    const Marked = kind === "added" ? "ins" : "del";
    return (
      <Marked
        key={at}
        className={
          kind === "added"
            ? "font-550 decoration-completed decoration-2 underline-offset-3"
            : "mr-0.5 text-ink-2"
        }
      >
        <span className="sr-only">{kind === "added" ? " added: " : " removed: "}</span>
        {text}
        <span className="sr-only">
          {kind === "added" ? ", end of what was added " : ", end of what was removed "}
        </span>
      </Marked>
    );
  });
}

/** A line beside what it was. */
export function DifferenceRow({ difference, act }: { difference: DifferenceView; act?: ReactNode }) {
  if (difference.kind === "removed") {
    const { number, words, amount } = difference.was;
    return (
      <ScopeRow
        look="removed"
        number={<del>{number}</del>}
        words={<del>{words}</del>}
        amount={<del>{amount}</del>}
        act={act}
      />
    );
  }
  const { line } = difference;
  if (difference.kind !== "changed")
    return <PlainRow line={line} look={difference.kind === "added" ? "added" : "plain"} act={act} />;
  const { pieces, wasAmount, wasGroup } = difference;
  const words = (
    <>
      <DifferentWords pieces={pieces} />
      {wasGroup && <span className="block text-13 text-ink-2">Stood under “{wasGroup}” before</span>}
    </>
  );
  return (
    <ScopeRow
      look="changed"
      number={line.number}
      words={words}
      amount={<Amount was={wasAmount} now={line.amount} />}
      act={act}
    />
  );
}

type PlainProps = { line: Pick<LineView, "number" | "words" | "amount">; look?: RowLook; act?: ReactNode };

export function PlainRow({ line: { number, words, amount }, look = "plain", act }: PlainProps) {
  return <ScopeRow look={look} number={number} words={words} amount={amount} act={act} />;
}

function Amount({ was, now }: { was: string | null; now: string }) {
  if (!was) return now;
  return (
    <>
      <del className="font-400 text-ink-2">
        <span className="sr-only">was </span>
        {was}
      </del>{" "}
      <ins className="no-underline">
        <span className="sr-only">, is now </span>
        {now}
      </ins>
    </>
  );
}
