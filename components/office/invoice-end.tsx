import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";

/** Making an invoice that was sent void: it asks once more where it stands, and why. */
export function InvoiceEnd({ id, makeVoid }: { id: string; makeVoid: FormAction }) {
  return (
    <details className="pt-2">
      <summary className="inline-flex min-h-8 items-center text-14 font-500 underline decoration-line-2 underline-offset-4 pointer-coarse:min-h-11">
        Make the invoice void
      </summary>
      <div className="max-w-110 py-3">
        <ActionForm action={makeVoid} sends={{ id }} className="grid gap-3">
          <TextArea
            id="void-reason"
            name="reason"
            label="Why"
            required
            maxLength={1000}
            hint="Everybody who was sent it is told, with this reason. Its number stays taken, and there is no way back."
          />
          <p>
            <Button kind="danger">Make it void for good</Button>
          </p>
        </ActionForm>
      </div>
    </details>
  );
}
