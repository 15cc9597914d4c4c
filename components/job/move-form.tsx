import type { ReactNode } from "react";
import type { ContractorAction } from "@/lib/work-orders/machine";

/** Which job this is and as of when; what every form about it sends along. */
export type JobAt = { token: string; version: number };

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
      <input type="hidden" name="version" value={at.version} />
      {children}
    </form>
  );
}
