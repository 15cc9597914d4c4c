"use client";
// A client component because what was typed stays in the form when it is refused.

import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";

type Props = {
  id: string;
  /** “Account number” */
  number: string;
  action: FormAction;
};

/** The second member’s part: to type the number once more, from what the bank wrote and not from this page. */
export function BankConfirm({ id, number, action }: Props) {
  const { state, pending, form } = useKeptForm(action);
  const { problem, fields = {}, sent } = state;
  return (
    <form {...form} className="grid max-w-120 gap-4">
      {problem && !fields.accountNumber && <Notice tone="problem">{problem}</Notice>}
      <input type="hidden" name="id" value={id} />
      <TextField
        id="bank-confirm"
        name="accountNumber"
        label={`${number}, once more`}
        required
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        error={fields.accountNumber}
        defaultValue={sent?.accountNumber}
        hint="Read it off the bank’s own letter or statement, not off a message. It has to match what was proposed."
      />
      <div>
        <Button kind="primary" size="desk-tall" disabled={pending}>
          Confirm these details
        </Button>
      </div>
    </form>
  );
}
