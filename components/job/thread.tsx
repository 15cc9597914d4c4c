import type { JobView } from "@/lib/work-orders/views";
import { Section } from "./section";

/** What was asked about this job and what the office answered, oldest first. */
export function Thread({ job }: { job: Pick<JobView, "thread" | "manager"> }) {
  if (job.thread.length === 0) return null;
  const waits = job.thread.at(-1)?.from === "contractor";
  const verbAt = (place: number) => (job.thread[place - 1]?.from === "contractor" ? "answered" : "wrote");
  return (
    <Section heading="Questions">
      <ol className="divide-y divide-line">
        {job.thread.map((entry, place) => (
          <li key={entry.id} className="py-3 first:pt-1">
            <p className="text-15 text-ink-2">
              {entry.from === "contractor" ? "You asked" : `${entry.author} ${verbAt(place)}`}, {entry.when}
            </p>
            <p className={`text-17 whitespace-pre-line ${entry.from === "office" ? "font-500" : ""}`}>
              {entry.text}
            </p>
          </li>
        ))}
      </ol>
      {waits && (
        <p className="text-15 text-ink-2">{job.manager.firstName} has this. The answer shows here.</p>
      )}
    </Section>
  );
}
