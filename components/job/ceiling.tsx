import type { JobView } from "@/lib/work-orders/views";

/** How much the job may cost before somebody has to be asked. */
export function Ceiling({ job }: { job: JobView }) {
  if (!job.ceiling) return null;
  return (
    <div className="flex items-start justify-between gap-4 border-b border-line py-3">
      <p className="min-w-0 pt-2.5">
        <span className="block text-16 leading-5.5 font-550">Cost ceiling</span>
        <span className="block text-15 leading-5.5 text-ink-2">
          Call {job.manager.firstName} before going over
        </span>
      </p>
      <p className="text-28 font-650 tabular-nums">{job.ceiling.words}</p>
    </div>
  );
}
