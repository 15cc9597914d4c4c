"use client";
// A client component because what was typed stays in the form when it is refused.

import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { MoneyField } from "@/components/ui/money-field";
import { Notice } from "@/components/ui/notice";
import { Segmented } from "@/components/ui/segmented";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";

type Props = {
  documentId: string;
  /** How much of the scope was invoiced so far, and whether that is more than its total. */
  progress: { words: string; over: string | null; symbol: string };
  action: FormAction;
};

const parts = [
  { value: "all", label: "All of it" },
  { value: "percent", label: "A percentage" },
  { value: "amount", label: "An amount" },
];

/** Makes the draft of an invoice from a scope that its client approved. */
export function InvoiceFromScope({ documentId, progress, action }: Props) {
  const { state, pending, form } = useKeptForm(action);
  const { problem, fields = {}, sent } = state;
  return (
    <form {...form} className="grid max-w-140 gap-4 pt-3">
      {problem && <Notice tone="problem">{problem}</Notice>}
      <p className="text-14 text-ink-2">
        {progress.words}
        {progress.over && <span className="block font-500 text-question">{progress.over}</span>}
      </p>
      <input type="hidden" name="documentId" value={documentId} />
      <Segmented name="part" legend="How much of it" choices={parts} initial={sent?.part ?? "all"} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          id="scope-percent"
          name="percent"
          label="Percentage"
          aside="If you chose it"
          inputMode="decimal"
          autoComplete="off"
          maxLength={8}
          placeholder="30"
          defaultValue={sent?.percent ?? ""}
          error={fields.percent}
        />
        <MoneyField
          id="scope-amount"
          name="amount"
          label="Amount, before tax"
          symbol={progress.symbol}
          aside="If you chose it"
          maxLength={20}
          placeholder="1200.00"
          defaultValue={sent?.amount ?? ""}
          error={fields.amount}
        />
      </div>
      <p>
        <Button disabled={pending}>Make an invoice</Button>
      </p>
    </form>
  );
}
