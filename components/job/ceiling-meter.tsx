import { CircleAlert, CircleCheck } from "lucide-react";
import { formatMoney } from "@/lib/money";
import type { Money } from "@/lib/work-orders/views";
import { MeterBar } from "./meter-bar";

type CeilingMeterProps = { ceiling: Money; amountCents: number | undefined; locale?: string };

/** An amount against the cost ceiling. Over it is a fact to explain, never a block. */
export function CeilingMeter({ ceiling, amountCents, locale }: CeilingMeterProps) {
  const leftCents = ceiling.amountCents - (amountCents ?? 0);
  const over = leftCents < 0;
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
          {amountCents !== undefined && (
            <>
              <Icon aria-hidden size={18} strokeWidth={1.75} />
              {formatMoney(Math.abs(leftCents), ceiling.currency, locale)} {over ? "over" : "under"}
            </>
          )}
        </span>
        <span className="text-ink-2">Ceiling {ceiling.words}</span>
      </p>
    </div>
  );
}
