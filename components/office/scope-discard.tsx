import { Button } from "@/components/ui/button";
import { ActionForm } from "./action-form";
import { FoldedAct } from "./folded-act";
import type { FormAction } from "./form-state";

type Props = {
  document: { id: string; version: number };
  /** The revision that the client has, and keeps. */
  sent: number;
  action: FormAction;
};

/** Discarding a revision that was begun: it asks once more where it stands. */
export function ScopeDiscard({ document: { id, version }, sent, action }: Props) {
  return (
    <div className="pt-2">
      <FoldedAct act="Discard this revision">
        <p className="text-14 text-ink-2">
          What you wrote in it is gone then, and there is no way back. Revision {sent} stands as it was sent,
          and nobody is told.
        </p>
        <ActionForm
          action={action}
          sends={{ id, version: String(version) }}
          className="grid justify-items-start gap-2"
        >
          <Button kind="danger">Discard it for good</Button>
        </ActionForm>
      </FoldedAct>
    </div>
  );
}
