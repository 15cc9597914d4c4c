import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";

type Props = { id: string; makeVoid: FormAction; hint: string; maxLength: number };

/** Makes void what was sent, with a reason that everybody who was sent it is told. */
export function VoidForm({ id, makeVoid, hint, maxLength }: Props) {
  return (
    <ActionForm action={makeVoid} sends={{ id }} className="grid gap-3">
      <TextArea id="void-reason" name="reason" label="Why" required maxLength={maxLength} hint={hint} />
      <p>
        <Button kind="danger">Make it void for good</Button>
      </p>
    </ActionForm>
  );
}
