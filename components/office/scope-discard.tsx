import { Button } from "@/components/ui/button";
import { ActionForm } from "./action-form";
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
    <details className="pt-2">
      <summary className="inline-flex min-h-8 items-center text-14 font-500 underline decoration-line-2 underline-offset-4 pointer-coarse:min-h-11">
        Discard this revision
      </summary>
      <div className="grid max-w-110 gap-3 py-3">
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
      </div>
    </details>
  );
}
