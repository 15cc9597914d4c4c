import { MeterBar } from "@/components/job/meter-bar";
import type { BillRow } from "@/lib/bills/views";

/** An amount, with those sent before it, against the ceiling of its order, small enough for a row. */
export function BillMeter({ bill: { against } }: { bill: Pick<BillRow, "against"> }) {
  if (!against) return <span className="text-13 text-ink-3">No ceiling</span>;
  const { ceiling, countedCents, overCents, words } = against;
  const wholeCents = Math.max(ceiling.amountCents, countedCents, 1);
  return (
    <span className="block w-32">
      <MeterBar share={countedCents / wholeCents} limit={ceiling.amountCents / wholeCents} />
      <span className={`mt-1 block text-12 ${overCents > 0 ? "font-500 text-question" : "text-ink-3"}`}>
        {words}
      </span>
    </span>
  );
}
