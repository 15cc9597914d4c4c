import type { ClipboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import type { FormState } from "./form-state";

type Props = {
  /** Of which form: the box is `<of>-pasted`, its button `<of>-paste`. */
  of: string;
  /** What is understood, and how other columns are named. */
  hint: string;
  state: FormState;
};

/** Lines out of a spreadsheet: pasted here, or with script anywhere in the form. */
export function PasteTable({ of, hint, state }: Props) {
  return (
    <details open={state.fields?.pasted !== undefined}>
      <summary className="inline-flex min-h-8 items-center text-13 font-500 text-ink-2 underline underline-offset-4 pointer-coarse:min-h-11">
        Paste a table
      </summary>
      <div className="grid justify-items-start gap-2 pt-2 [&>:first-child]:w-full">
        <TextArea
          id={`${of}-pasted`}
          name="pasted"
          label="Rows from a spreadsheet"
          rows={4}
          error={state.fields?.pasted}
          defaultValue={state.sent?.pasted ?? ""}
          hint={hint}
        />
        <Button id={`${of}-paste`} name="act" value="paste">
          Add these lines
        </Button>
      </div>
    </details>
  );
}

/** A table that is pasted into a line of that form becomes lines of its own. */
export const pastesInto =
  (of: string) =>
  (event: ClipboardEvent<HTMLFormElement>): void => {
    const text = event.clipboardData.getData("text/plain");
    const box = document.getElementById(`${of}-pasted`);
    const button = document.getElementById(`${of}-paste`);
    if (!text.includes("\t") || event.target === box) return;
    if (!(box instanceof HTMLTextAreaElement) || !(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    box.value = text;
    event.currentTarget.requestSubmit(button);
  };
