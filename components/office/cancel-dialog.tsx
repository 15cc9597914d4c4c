"use client";
// A client component because it is modal, and shows why a cancellation was refused.

import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";
import type { OrderView } from "@/lib/work-orders/views";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { useKeptForm } from "./kept-form";
import { RefusedNotice } from "./refused-notice";
import { useRoutedDialog } from "./routed-dialog";

type Props = {
  order: Pick<OrderView, "id" | "number" | "reference" | "version" | "title">;
  /** Who is told; null while nobody has the job. */
  company: string | null;
  lastSentence: string;
  action: FormAction;
};

/** Asks once more, and for a reason, before a job is cancelled. */
export function CancelDialog({ order, company, lastSentence, action }: Props) {
  const closeHref = hrefs.order(order.number);
  const open = useRoutedDialog("cancel", closeHref);
  const { state, pending, form } = useKeptForm(action);
  const [readAt] = useState(order.version);
  const stale = state.reason === "stale";
  return (
    <Dialog id="cancel" labelledBy="cancel-heading" open={open} closeHref={closeHref}>
      <form {...form} className="grid gap-4 p-5 sm:p-6">
        <input type="hidden" name="orderId" value={order.id} />
        <input type="hidden" name="version" value={stale ? order.version : readAt} />
        <div className="flex items-start justify-between gap-4">
          <h2 id="cancel-heading" className="text-18 font-600">
            Cancel {order.reference}?
          </h2>
          <DialogClose href={closeHref} />
        </div>
        <p className="text-14 text-ink-2">
          {company
            ? `${company} is told, and their link stops working. You can dispatch the job again later.`
            : "Nobody has this job yet, so nobody is told. You can dispatch it later."}
        </p>
        <RefusedNotice state={state} happened={lastSentence} />
        <TextArea
          id="cancel-reason"
          name="reason"
          label="Reason"
          aside="Optional"
          hint={company ? `${company} sees this.` : undefined}
          maxLength={500}
          defaultValue={state.sent?.reason ?? ""}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <ButtonLink href={closeHref} data-close="" size="desk-tall">
            Keep the job
          </ButtonLink>
          <Button kind="danger" size="desk-tall" disabled={pending}>
            Cancel the job
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
