import { TextField } from "@/components/ui/field";
import type { FormState } from "./form-state";

type Props = { id: string; today: string; state: FormState };

/** When the money went out, and what the bank statement says. */
export function BillPayFields({ id, today, state }: Props) {
  return (
    <>
      <TextField
        id={`${id}-day`}
        type="date"
        label="Paid on"
        name="paidOn"
        max={today}
        defaultValue={state.sent?.paidOn || today}
        error={state.fields?.paidOn}
      />
      <TextField
        id={`${id}-reference`}
        label="Reference"
        aside="Optional"
        name="reference"
        maxLength={140}
        autoComplete="off"
        defaultValue={state.sent?.reference ?? ""}
        error={state.fields?.reference}
      />
    </>
  );
}
