import { Ban, Phone } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { LatchkeyFootnote } from "@/components/ui/footnote";
import type { JobView } from "@/lib/work-orders/views";
import { JobHeader } from "./job-header";
import { LeftTaps } from "./left-taps";
import type { JobAt } from "./move-form";
import { JobColumn, PinnedBar } from "./pinned-bar";
import { SheetProblem } from "./sheet-problem";
import { Thread } from "./thread";

/** A job that was declined or cancelled: what became of it, and who to call. */
export function ClosedJob({ job, at, problem }: { job: JobView; at: JobAt; problem?: string | undefined }) {
  const manager = job.manager.firstName;
  const [heading, sentence] =
    job.status === "DECLINED"
      ? [
          "You declined this job",
          `${manager} has been told and gives it to someone else. If you can do it after all, call ${manager}.`,
        ]
      : [
          "This job was cancelled",
          `There’s nothing more for you to do. If you’re already on your way, call ${manager}.`,
        ];
  return (
    <JobColumn>
      <JobHeader job={job} />
      <main className="pt-10 pb-6">
        <SheetProblem problem={problem} />
        <span
          aria-hidden
          className="flex size-14 items-center justify-center rounded-full bg-closed-tint text-closed"
        >
          <Ban size={24} strokeWidth={1.75} />
        </span>
        <h1 className="mt-6 text-28 font-650">{heading}</h1>
        <p className="mt-2 text-17 text-ink-2">{sentence}</p>
        <div className="mt-6 border-t border-line pt-4">
          <h2 className="text-17 font-550">{job.title}</h2>
          <p className="text-15 text-ink-2">
            {job.address.street}, {job.address.rest}
          </p>
        </div>
        <Thread job={job} />
        <LeftTaps token={at.token} />
      </main>
      <PinnedBar>
        {job.manager.phone && (
          <ButtonLink
            size="phone"
            href={`tel:${job.manager.phone}`}
            icon={<Phone aria-hidden size={20} strokeWidth={1.75} />}
            className="w-full"
          >
            Call {manager}
          </ButtonLink>
        )}
        <div className="mt-3.5 -mb-1.5 text-center">
          <LatchkeyFootnote />
        </div>
      </PinnedBar>
    </JobColumn>
  );
}
