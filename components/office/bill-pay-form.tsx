"use client";
// A client component because it shows why a payment was refused, and keeps what was typed.

import { Button } from "@/components/ui/button";
import { tickOf } from "@/lib/bills/acts";
import type { BillView } from "@/lib/bills/views";
import { BillPayFields } from "./bill-pay-fields";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";
import { RefusedNotice } from "./refused-notice";

type Props = { action: FormAction; bill: Pick<BillView, "id" | "amount" | "today" | "file"> };

/** Writes down that one invoice was paid. */
export function BillPayForm({ action, bill }: Props) {
  const { state, pending, form } = useKeptForm(action);
  return (
    <form {...form} className="grid gap-3">
      <input type="hidden" name="act" value="pay" />
      <input type="hidden" name={tickOf(bill.id)} value={bill.file.id} />
      <RefusedNotice state={state} happened="" />
      <div className="grid gap-3 sm:grid-cols-[auto_1fr_auto] sm:items-end">
        <BillPayFields id="bill" today={bill.today} state={state} />
        <Button kind="primary" size="desk-tall" disabled={pending}>
          Mark {bill.amount.words} as paid
        </Button>
      </div>
    </form>
  );
}
