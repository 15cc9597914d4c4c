import type { ReactNode } from "react";
import type { ContractorAction } from "@/lib/work-orders/machine";

/** Which job this is. A form says nothing of when it was read: whether a move is still allowed is the machine's to say. */
export type JobAt = { token: string };

type MoveFormProps = { at: JobAt; action: ContractorAction; children: ReactNode };

/** A contractor's move as a plain form; the outbox finds it by `data-move` and keeps it where there is no signal. */
export function MoveForm({ at, action, children }: MoveFormProps) {
  return (
    <form
      method="post"
      action={`/j/${at.token}/move`}
      data-move={action}
      className="transition-opacity data-sending:opacity-60"
    >
      <input type="hidden" name="action" value={action} />
      {children}
    </form>
  );
}
