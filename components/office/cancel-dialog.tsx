"use client";
// A client component because it shows why a cancellation was refused.

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import type { OrderView } from "@/lib/work-orders/views";
import { AskingDialog } from "./asking-dialog";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { useKeptForm } from "./kept-form";
import { RefusedNotice } from "./refused-notice";

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
  const { state, pending, form } = useKeptForm(action);
  const [readAt] = useState(order.version);
  const stale = state.reason === "stale";
  return (
    <AskingDialog
      id="cancel"
      closeHref={closeHref}
      heading={`Cancel ${order.reference}?`}
      leave="Keep the job"
      form={form}
      sends={{ orderId: order.id, version: String(stale ? order.version : readAt) }}
      act={
        <Button kind="danger" size="desk-tall" disabled={pending}>
          Cancel the job
        </Button>
      }
    >
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
    </AskingDialog>
  );
}
