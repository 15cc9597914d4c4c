import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";

type Props = {
  id: string;
  makeVoid: FormAction;
  /** Missing where its text may be changed as it is. */
  reopen?: FormAction;
};

/** Taking a contract back to be changed, and ending it: each asks once more where it stands. */
export function ContractEnd({ id, makeVoid, reopen }: Props) {
  return (
    <div className="grid gap-1 pt-2">
      {reopen && (
        <Asks act="Change the text">
          <p className="text-14 text-ink-2">
            Every signature is taken off it, and everybody who was sent it is told. You send it again when
            it’s ready.
          </p>
          <ActionForm action={reopen} sends={{ id }} className="grid justify-items-start gap-2">
            <Button>Take it back to change it</Button>
          </ActionForm>
        </Asks>
      )}
      <Asks act="Make the contract void">
        <ActionForm action={makeVoid} sends={{ id }} className="grid gap-3">
          <TextArea
            id="void-reason"
            name="reason"
            label="Why"
            required
            maxLength={500}
            hint="Everybody who was sent it is told, with this reason. There is no way back."
          />
          <p>
            <Button kind="danger">Make it void for good</Button>
          </p>
        </ActionForm>
      </Asks>
    </div>
  );
}

function Asks({ act, children }: { act: string; children: ReactNode }) {
  return (
    <details>
      <summary className="inline-flex min-h-8 items-center text-14 font-500 underline decoration-line-2 underline-offset-4 pointer-coarse:min-h-11">
        {act}
      </summary>
      <div className="grid max-w-110 gap-3 py-3">{children}</div>
    </details>
  );
}
