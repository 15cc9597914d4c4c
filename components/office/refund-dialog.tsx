"use client";
// A client component because it is modal, and keeps what was typed when it is refused.

import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";
import { MoneyField } from "@/components/ui/money-field";
import type { DocumentView } from "@/lib/documents/views";
import type { RefundingView } from "@/lib/payments/views";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { useKeptForm } from "./kept-form";
import { RefusedNotice } from "./refused-notice";
import { useRoutedDialog } from "./routed-dialog";

type Props = { document: DocumentView; asked: RefundingView; action: FormAction };

/** Gives back a payment, or a part of it. */
export function RefundDialog({ document, asked, action }: Props) {
  const closeHref = hrefs.document(document.clientId, document.id);
  const open = useRoutedDialog("refund", closeHref);
  const { state, pending, form } = useKeptForm(action);
  const { sent, fields } = state;
  return (
    <Dialog id="refund" labelledBy="refund-heading" open={open} closeHref={closeHref}>
      <form {...form} className="grid gap-4 p-5 sm:p-6">
        <input type="hidden" name="paymentId" value={asked.paymentId} />
        <input type="hidden" name="refundId" value={sent?.refundId ?? asked.newId} />
        <div className="flex items-start justify-between gap-4">
          <h2 id="refund-heading" className="text-18 font-600">
            Refund {asked.payer}?
          </h2>
          <DialogClose href={closeHref} />
        </div>
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
        <div className="flex flex-wrap justify-end gap-2">
          <ButtonLink href={closeHref} data-close="" size="desk-tall">
            Keep the money
          </ButtonLink>
          <Button kind="danger" size="desk-tall" disabled={pending}>
            {asked.isByHand ? "Write the refund down" : "Refund"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const wordsOf = ({ isByHand, label }: RefundingView) =>
  isByHand
    ? "This came without a payment page, so no money moves by itself. Give it back first, then write it down here."
    : `It goes back to where it came from${label ? `: ${label}` : ""}. That takes 5 to 10 days, and can’t be undone.`;
