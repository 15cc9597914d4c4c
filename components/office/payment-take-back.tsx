"use client";
// A client component because what was typed stays in the form when it is refused.

import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { TextArea } from "@/components/ui/field";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";

type Props = { action: FormAction; id: string; amount: string };

/** Takes a record of money off an invoice that was wrong, and asks why where it stands. */
export function PaymentTakeBack({ action, id, amount }: Props) {
  const { state, pending, form } = useKeptForm(action);
  return (
    <details className="open:basis-full" open={state.problem ? true : undefined}>
      <summary className={`${buttonClass("quiet")} list-none`}>
        Take it back<span className="sr-only">: {amount}</span>
      </summary>
      <form {...form} className="mt-3 grid max-w-120 justify-items-start gap-3">
        <input type="hidden" name="paymentId" value={id} />
        <div className="w-full">
          <TextArea
            id={`take-back-${id}`}
            name="words"
            label="Why was it wrong"
            hint="The client is told that it was taken off, with this reason. The invoice is open again where it was paid by it."
            required
            maxLength={500}
            defaultValue={state.sent?.words ?? ""}
            error={state.problem}
          />
        </div>
        <Button kind="danger" size="desk-tall" disabled={pending}>
          Take {amount} off
        </Button>
      </form>
    </details>
  );
}
