import { Check, X } from "lucide-react";
import { Fragment } from "react";
import type { LinkState } from "@/lib/work-orders/views";

const channels: Record<LinkState["channel"], string> = { sms: "SMS", email: "Email", copy: "Copied" };

/** How far a link has come: sent, delivered, opened, or what went wrong. A scanner’s look is said apart from a person’s. */
export function LinkLine({ link }: { link: LinkState }) {
  const reached = link.steps.filter((step) => step.clock !== null);
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-13 text-ink-3">
      <span className="font-500 text-ink-2">{channels[link.channel]}</span>
      {reached.length === 0 && !link.failed && <span>Waiting to be sent</span>}
      {reached.map((step, place) => (
        <Fragment key={step.label}>
          {place > 0 && <span aria-hidden className="h-px w-2.5 bg-line-2 @max-xl:hidden" />}
          <span className="flex items-center gap-1.5 whitespace-nowrap">
            <Check aria-hidden size={14} strokeWidth={2} className="text-completed" />
            {step.label} {step.clock}
          </span>
        </Fragment>
      ))}
      {link.failed && (
        <span className="flex items-center gap-1.5 text-danger">
          <X aria-hidden size={14} strokeWidth={2} className="shrink-0" />
          {link.failed}
        </span>
      )}
      {link.machineLooks > 0 && !link.steps.some(({ label, clock }) => label === "Opened" && clock) && (
        <span>Looked at by a scanner, not opened by a person</span>
      )}
      {link.ended && <span>{link.ended}</span>}
    </span>
  );
}
