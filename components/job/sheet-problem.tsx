import { Notice } from "@/components/ui/notice";
import type { JobView } from "@/lib/work-orders/views";
import type { JobAt } from "./move-form";

/** What every sheet of the job page takes; `problem` and `sent` when its form came back. */
export type AskSheet = {
  job: JobView;
  at: JobAt;
  open: boolean;
  problem?: string | undefined;
  sent?: Record<string, string> | undefined;
};

/** Why a form came back. */
export function SheetProblem({ problem }: { problem?: string | undefined }) {
  if (!problem) return null;
  return (
    <div className="mb-4">
      <Notice tone="problem" phone>
        {problem}
      </Notice>
    </div>
  );
}
