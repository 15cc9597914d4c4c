"use client";
// A client component because it adds up what is picked before it is kept.

import { useId } from "react";
import {
  changeOf,
  differenceWords,
  type MoneyLook,
  moneyWords,
  overWords,
  type Picked,
  type Priced,
  skip,
  totalOf,
  verdictOf,
} from "@/lib/selections/total";
import { useChoosing } from "./choosing";

/** What is added up: every item of the sheet, and which of them is being chosen now. */
export type Sum = {
  items: (Priced & { id: string; name: string })[];
  /** The item that is open to be chosen, and what the other one of the two picked of it. */
  open: { id: string; theirs: Picked | null } | null;
  money: MoneyLook;
};

/** The sheet as it would be with what is picked now. */
export function useSum({ items, open }: Sum) {
  const { picked } = useChoosing();
  const now = items.map((item) =>
    item.id === open?.id ? { ...item, verdict: verdictOf([picked, open.theirs]) } : item,
  );
  return { items: now, total: totalOf(now) };
}

type Props = {
  sum: Sum;
  /** The item that is shown. */
  currentId: string;
  /** What is said of a difference of two people: “You and Tom differ”. */
  differing: string;
};

/** What every choice comes to, and by how much all of them are over the allowances or under. */
export function RunningTotal({ sum, currentId, differing }: Props) {
  const { items, total } = useSum(sum);
  const heading = useId();
  const { money } = sum;
  const over = overWords(total.overCents, money);
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="text-16 font-600">
        Running total
      </h2>
      <dl className="mt-3 text-14">
        {items.map((item) => (
          <div
            key={item.id}
            className={`flex justify-between gap-4 py-1.75 ${item.id === currentId ? "font-600" : "text-ink-2"}`}
          >
            <dt className="min-w-0">{item.name}</dt>
            <dd className={`shrink-0 text-right ${toneOf(item)}`}>{wordsOf(item, money, differing)}</dd>
          </div>
        ))}
      </dl>
      <dl className="mt-2.5 border-t border-ink pt-3.5 text-14 text-ink-2">
        <div className="flex justify-between gap-4 py-0.5">
          <dt>Allowances</dt>
          <dd>{moneyWords(total.allowancesCents, money)}</dd>
        </div>
        <div className="flex justify-between gap-4 py-0.5">
          <dt>With your choices</dt>
          <dd>{moneyWords(total.withChoicesCents, money)}</dd>
        </div>
      </dl>
      <p className="mt-2 flex flex-wrap items-baseline justify-between gap-x-4 font-600">
        <span className="text-16">{over.words}</span>
        {over.amount && <output className="text-30 font-650 text-ink">{over.amount}</output>}
      </p>
      <p className="mt-1 max-w-64 text-14 text-ink-2">{becomes(total.overCents)}</p>
      {total.differ > 0 && (
        <p className="mt-2 text-14 text-question">
          {total.differ === 1 ? "One choice isn’t" : `${total.differ} choices aren’t`} counted until the two
          of you agree.
        </p>
      )}
    </section>
  );
}

const toneOf = ({ verdict: { state } }: Priced) =>
  state === "differ" ? "font-500 text-question" : state === "open" ? "text-ink-3" : "";

function wordsOf(item: Priced, money: MoneyLook, differing: string): string {
  const { state } = item.verdict;
  if (state === "open") return "Open";
  if (state === "differ") return differing;
  if (item.verdict.pick === skip) return "Not for us";
  return differenceWords(changeOf(item) ?? 0, money);
}

const becomes = (overCents: number) => {
  if (overCents > 0) return "Added to your final invoice. Nothing to pay now.";
  return overCents < 0
    ? "Taken off your final invoice. Nothing to pay now."
    : "Nothing is added to your final invoice.";
};

/** The sum alone, where a phone has it at its foot. */
export function SumLine({ sum }: { sum: Sum }) {
  const { words, amount } = overWords(useSum(sum).total.overCents, sum.money);
  return (
    <p className="flex items-baseline justify-between gap-4">
      <span className="text-15 font-550 text-ink-2">{words}</span>
      {amount && <output className="text-20 font-650">{amount}</output>}
    </p>
  );
}
