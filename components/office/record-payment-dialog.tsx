"use client";
// A client component because it keeps what was typed when it is refused.

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { MoneyField } from "@/components/ui/money-field";
import type { DocumentView } from "@/lib/documents/views";
import type { RecordingView } from "@/lib/payments/views";
import { AskingDialog } from "./asking-dialog";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { useKeptForm } from "./kept-form";
import { RefusedNotice } from "./refused-notice";

type Props = { document: DocumentView; asked: RecordingView; action: FormAction };

const methods = {
  "bank-transfer": "Bank transfer",
  cash: "Cash",
  cheque: "Cheque",
  card: "Card, taken in person",
  other: "Other",
};

/** Writes down money that came without a payment page. */
export function RecordPaymentDialog({ document, asked, action }: Props) {
  const closeHref = hrefs.document(document.clientId, document.id);
  const { state, pending, form } = useKeptForm(action);
  const { sent, fields } = state;
  const [begun] = useState(asked);
  const { left } = state.reason === "stale" ? asked : begun;
  return (
    <AskingDialog
      id="record-payment"
      closeHref={closeHref}
      heading="Record a payment"
      leave="Leave it"
      form={form}
      sends={{ documentId: document.id, paymentId: sent?.paymentId ?? begun.newId, left: String(left) }}
      act={
        <Button kind="primary" size="desk-tall" disabled={pending}>
          Record the payment
        </Button>
      }
    >
      <p className="text-14 text-ink-2">
        For money that came into your bank, in cash or by cheque. {asked.most} is left to pay. The client is
        sent a receipt.
      </p>
      <RefusedNotice state={state} happened="" />
      <MoneyField
        id="payment-amount"
        name="amount"
        label="Amount"
        symbol={asked.symbol}
        required
        defaultValue={sent?.amount ?? asked.typed}
        error={fields?.amount}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          id="payment-method"
          name="method"
          label="Paid by"
          defaultValue={sent?.method ?? "bank-transfer"}
          error={fields?.method}
        >
          {Object.entries(methods).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </SelectField>
        <TextField
          id="payment-day"
          name="paidOn"
          type="date"
          label="On"
          required
          max={asked.today}
          defaultValue={sent?.paidOn ?? asked.today}
          error={fields?.paidOn}
        />
      </div>
      <TextArea
        id="payment-note"
        name="note"
        label="Note"
        aside="Optional"
        hint="For your office alone."
        maxLength={500}
        defaultValue={sent?.note ?? ""}
        error={fields?.note}
      />
    </AskingDialog>
  );
}
