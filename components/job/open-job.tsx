import { DialogDoors } from "@/components/ui/dialog-doors";
import { LatchkeyFootnote } from "@/components/ui/footnote";
import type { DayOption, JobView } from "@/lib/work-orders/views";
import { AddressBlock } from "./address-block";
import { Ceiling } from "./ceiling";
import type { Chosen } from "./day-time-picker";
import { DeclineSheet } from "./decline-sheet";
import { JobButtons, type OpenJobView } from "./job-buttons";
import { JobHeader } from "./job-header";
import type { JobAt } from "./move-form";
import { PersonRow } from "./person-row";
import { PhotoStrip } from "./photo-strip";
import { JobColumn, PinnedBar } from "./pinned-bar";
import { ProgressTrack } from "./progress-track";
import { QuestionSheet } from "./question-sheet";
import { ScheduleSheet } from "./schedule-sheet";
import { Section, Words } from "./section";
import { SheetProblem } from "./sheet-problem";
import { StateBanner } from "./state-banner";
import { Thread } from "./thread";

export type OpenJobProps = {
  job: OpenJobView;
  at: JobAt;
  /** The sheet that the address asks for, if it is one that may be open now. */
  sheet: "schedule" | "decline" | "question" | null;
  days: DayOption[];
  suggestion: Pick<Chosen, "day" | "time">;
  problem?: string | undefined;
  sent?: Record<string, string> | undefined;
};

/** A job that still has something to be done: where, how much, what, then who; and the next act under the thumb. */
export function OpenJob({ job, at, sheet, days, suggestion, problem, sent }: OpenJobProps) {
  const asked = (name: string) => ({
    job,
    at,
    open: sheet === name,
    ...(sheet === name && { problem, sent }),
  });
  return (
    <div id="job" data-shown={job.status} className="group/job">
      <div inert={sheet !== null}>
        <JobColumn>
          <JobHeader job={job} />
          <ProgressTrack status={job.status} />
          <main className="pt-4 pb-6">
            {sheet === null && <SheetProblem problem={problem} />}
            <JobBody job={job} token={at.token} />
          </main>
          <PinnedBar>
            <JobButtons job={job} at={at} />
          </PinnedBar>
        </JobColumn>
      </div>
      <ScheduleSheet {...asked("schedule")} days={days} suggestion={suggestion} />
      <DeclineSheet {...asked("decline")} />
      <QuestionSheet {...asked("question")} />
      <DialogDoors />
    </div>
  );
}

function JobBody({ job, token }: { job: JobView; token: string }) {
  const underWay = job.status === "SCHEDULED" || job.status === "ON_SITE";
  const scope = (
    <Section heading="Scope">
      <Words>{job.scope}</Words>
      <PhotoStrip photos={job.photos} token={token} />
    </Section>
  );
  return (
    <>
      <NowBanner job={job} />
      <h1 className="mb-4 text-28 font-650">{job.title}</h1>
      <AddressBlock address={job.address} />
      <Ceiling job={job} />
      <Thread job={job} />
      {!underWay && scope}
      {job.accessNotes && (
        <Section heading="Getting in">
          <Words>{job.accessNotes}</Words>
        </Section>
      )}
      <People job={job} />
      {underWay && scope}
      <SentNote job={job} token={token} />
    </>
  );
}

function NowBanner({ job }: { job: JobView }) {
  if (job.scheduled) {
    const { words, relative } = job.scheduled;
    return <StateBanner tone="scheduled" words={words} below={relative} />;
  }
  if (!job.onSiteSince) return null;
  const below = `${job.manager.firstName} can see that you’re there`;
  return <StateBanner tone="on-site" words={`On site since ${job.onSiteSince}`} below={below} />;
}

function People({ job }: { job: JobView }) {
  return (
    <Section heading="People">
      <ul>
        {job.occupant && <PersonRow person={job.occupant} standing="Tenant" />}
        <PersonRow person={job.manager} standing={job.manager.jobTitle} />
      </ul>
    </Section>
  );
}

function SentNote({ job, token }: { job: JobView; token: string }) {
  const mayDecline = job.status !== "ASSIGNED" && job.actions.includes("DECLINE");
  return (
    <div className="mt-2 border-t border-line pt-4">
      <p className="text-15 text-ink-2">
        Sent to {job.contractor.company}, {job.sent.on}. This link works until {job.sent.until}, or until the
        job is done.
        {mayDecline && (
          <>
            {" "}
            Can’t do it after all?{" "}
            <a href={`/j/${token}?do=decline`} data-opens="decline" className="text-link">
              Decline this job
            </a>
          </>
        )}
      </p>
      <div className="mt-3">
        <LatchkeyFootnote />
      </div>
    </div>
  );
}
