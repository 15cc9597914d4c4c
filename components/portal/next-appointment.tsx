import { Check } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { StatusChip } from "@/components/ui/chip";
import type { NextView } from "@/lib/portal/views";

/** When somebody comes next, and the two taps that answer it. */
export function NextAppointment({ next }: { next: NextView }) {
  const { href, title, day, span, brief, place, confirmed, hasBegun, sends } = next;
  return (
    <section aria-labelledby="next-heading">
      <h2 id="next-heading" className="text-20 font-600">
        Next appointment
      </h2>
      <div className="mt-3 rounded-sheet bg-paper p-5 sm:rounded-dialog sm:border sm:border-line-2 sm:bg-surface">
        <p className="text-20 font-600 sm:hidden">{brief}</p>
        <p className="text-16 text-ink-2 sm:hidden">{[title, place].filter(Boolean).join(", ")}</p>
        <p className="hidden text-20 font-600 sm:block">{day}</p>
        <p className="hidden text-16 text-ink-2 sm:block">{[span, place].filter(Boolean).join(", ")}</p>
        <p className="mt-2.5 hidden text-15 sm:block">{title}</p>
        {confirmed && (
          <p className="mt-3">
            <StatusChip tone="completed" text="You’re booked" />
          </p>
        )}
        <div className="mt-4 grid auto-cols-fr grid-flow-col gap-2">
          {!confirmed && !hasBegun && (
            <form method="post" action={`${href}/confirm`} className="grid">
              <input type="hidden" name="startsAt" value={sends.startsAt} />
              <input type="hidden" name="sequence" value={sends.sequence} />
              <Button kind="tint" size="phone" icon={<Check {...icon} />} className={desk}>
                Confirm
              </Button>
            </form>
          )}
          <ButtonLink href={href} size="phone" className={desk}>
            {hasBegun ? "See it" : confirmed ? "See it or change it" : "Reschedule"}
          </ButtonLink>
        </div>
      </div>
    </section>
  );
}

const icon = { "aria-hidden": true, size: 18, strokeWidth: 1.75, className: "max-sm:hidden" } as const;
const desk = "sm:min-h-11 sm:rounded-control sm:text-15";
