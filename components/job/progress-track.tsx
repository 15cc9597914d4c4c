import type { Status } from "@/lib/work-orders/machine";
import type { JobView } from "@/lib/work-orders/views";

/** Each step as the next thing to do, and as a thing that was done. */
const steps = [
  ["Accept", "Accepted"],
  ["Schedule", "Scheduled"],
  ["On site", "On site"],
  ["Done", "Done"],
] as const;

const stepsDone: Record<Status, number> = {
  DRAFT: 0,
  ASSIGNED: 0,
  ACCEPTED: 1,
  SCHEDULED: 2,
  ON_SITE: 3,
  COMPLETED: 4,
  DECLINED: 0,
  CANCELLED: 0,
};

const bars = {
  done: "bg-accent",
  skipped: "bg-line-2",
  now: "bg-[repeating-linear-gradient(90deg,var(--accent)_0_6.5px,transparent_6.5px_11px)]",
  ahead: "bg-line-2",
};
const words = { done: "text-ink-2", skipped: "text-ink-3", now: "font-600 text-ink", ahead: "text-ink-3" };

/** How far the job is: four steps, the next one dashed. Who came without a time never scheduled. */
export function ProgressTrack({ job }: { job: Pick<JobView, "status" | "wasScheduled"> }) {
  const done = stepsDone[job.status];
  return (
    <ol aria-label="How far the job is" className="mt-3.5 mb-4 grid grid-cols-4 gap-1.5">
      {steps.map(([todo, past], at) => {
        const passed = todo === "Schedule" && !job.wasScheduled ? "skipped" : "done";
        const place = at < done ? passed : at === done ? "now" : "ahead";
        return (
          <li key={todo} aria-current={place === "now" ? "step" : undefined}>
            <span aria-hidden className={`block h-1 rounded-full ${bars[place]}`} />
            <span className={`mt-1 block text-13 ${words[place]}`}>
              {place === "done" ? past : todo}
              {at < done && <span className="sr-only">, {place}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
