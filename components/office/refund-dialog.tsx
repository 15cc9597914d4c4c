"use client";
// A client component because it keeps what was typed when it is refused.

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { MoneyField } from "@/components/ui/money-field";
import type { DocumentView } from "@/lib/documents/views";
import type { RefundingView } from "@/lib/payments/views";
import { AskingDialog } from "./asking-dialog";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { useKeptForm } from "./kept-form";
import { RefusedNotice } from "./refused-notice";

type Props = { document: DocumentView; asked: RefundingView; action: FormAction };

/** Gives back a payment, or a part of it. */
export function RefundDialog({ document, asked, action }: Props) {
  const closeHref = hrefs.document(document.clientId, document.id);
  const { state, pending, form } = useKeptForm(action);
  const { sent, fields } = state;
  const [begun] = useState(asked);
  const { left } = state.reason === "stale" ? asked : begun;
  return (
    <AskingDialog
      id="refund"
      closeHref={closeHref}
      heading={`Refund ${asked.payer}?`}
      leave="Keep the money"
      form={form}
      sends={{ paymentId: asked.paymentId, refundId: sent?.refundId ?? begun.newId, left: String(left) }}
      act={
        <Button kind="danger" size="desk-tall" disabled={pending}>
          {asked.isByHand ? "Write the refund down" : "Refund"}
        </Button>
      }
    >
      <p className="text-14 text-ink-2 wrap-anywhere">{wordsOf(asked)}</p>
      <RefusedNotice state={state} happened="" />
      <MoneyField
        id="refund-amount"
        name="amount"
        label="Amount"
        symbol={asked.symbol}
        hint={`At most ${asked.most}.`}
        required
        defaultValue={sent?.amount ?? asked.typed}
        error={fields?.amount}
      />
      <TextArea
        id="refund-words"
        name="words"
        label="Why"
        aside="Optional"
        hint={`${asked.payer} reads this.`}
        maxLength={500}
        defaultValue={sent?.words ?? ""}
        error={fields?.words}
      />
    </AskingDialog>
  );
}

const wordsOf = ({ isByHand, label }: RefundingView) =>
  isByHand
    ? "This came without a payment page, so no money moves by itself. Give it back first, then write it down here."
    : `It goes back to where it came from${label ? `: ${label}` : ""}. That takes 5 to 10 days, and can’t be undone.`;
