import { CircleAlert, CircleCheck } from "lucide-react";
import type { Money } from "@/lib/work-orders/views";
import { MeterBar } from "./meter-bar";

type CeilingMeterProps = {
  ceiling: Money;
  amountCents: number | undefined;
  /** How that stands against the ceiling; undefined without an amount. */
  gap: string | undefined;
};

/** An amount against the cost ceiling. Over it is a fact to explain, never a block. */
export function CeilingMeter({ ceiling, amountCents, gap }: CeilingMeterProps) {
  const over = (amountCents ?? 0) > ceiling.amountCents;
  const wholeCents = Math.max(ceiling.amountCents, amountCents ?? 0, 1);
  const Icon = over ? CircleAlert : CircleCheck;
  return (
    <div className="mt-4">
      <MeterBar share={(amountCents ?? 0) / wholeCents} limit={ceiling.amountCents / wholeCents} tall />
      <p className="mt-2 flex items-center justify-between gap-4 text-16">
        <span
          aria-live="polite"
          className={`flex items-center gap-1.5 font-550 ${over ? "text-question" : "text-completed"}`}
        >
          {gap && (
            <>
              <Icon aria-hidden size={18} strokeWidth={1.75} />
              {gap}
            </>
          )}
        </span>
        <span className="text-ink-2">Ceiling {ceiling.words}</span>
      </p>
    </div>
  );
}
