import { Button } from "@/components/ui/button";
import { ActionForm } from "./action-form";
import { FoldedAct } from "./folded-act";
import type { FormAction } from "./form-state";
import { VoidForm } from "./void-form";

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
        <FoldedAct act="Change the text">
          <p className="text-14 text-ink-2">
            Every signature is taken off it, and everybody who was sent it is told. You send it again when
            it’s ready.
          </p>
          <ActionForm action={reopen} sends={{ id }} className="grid justify-items-start gap-2">
            <Button>Take it back to change it</Button>
          </ActionForm>
        </FoldedAct>
      )}
      <FoldedAct act="Make the contract void">
        <VoidForm
          id={id}
          makeVoid={makeVoid}
          maxLength={500}
          hint="Everybody who was sent it is told, with this reason. There is no way back."
        />
      </FoldedAct>
    </div>
  );
}
