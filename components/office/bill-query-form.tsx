"use client";
// A client component because it shows why a question was refused, and keeps what was written.

import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";
import { RefusedNotice } from "./refused-notice";

type Props = {
  action: FormAction;
  bill: { id: string; version: number };
  company: string;
  /** How it reaches them. */
  way: string;
};

/** Asks the contractor about an invoice before the office agrees to it. */
export function BillQueryForm({ action, bill, company, way }: Props) {
  const { state, pending, form } = useKeptForm(action);
  return (
    <form {...form} className="grid gap-3">
      <input type="hidden" name="billId" value={bill.id} />
      <input type="hidden" name="version" value={bill.version} />
      <RefusedNotice state={state} happened="" />
      <TextArea
        id="bill-question"
        name="text"
        label={`Ask ${company} about it`}
        hint={`Goes by ${way}. They answer by the link in it, or send a corrected invoice.`}
        maxLength={1000}
        required
        defaultValue={state.sent?.text ?? ""}
        error={state.fields?.text}
      />
      <p>
        <Button size="desk-tall" disabled={pending}>
          Send question
        </Button>
      </p>
    </form>
  );
}
