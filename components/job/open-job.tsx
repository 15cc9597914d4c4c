import { DialogDoors } from "@/components/ui/dialog-doors";
import type { DayOption } from "@/lib/work-orders/views";
import type { Chosen } from "./day-time-picker";
import { DeclineSheet } from "./decline-sheet";
import type { OpenJobView } from "./job-acts";
import { JobBody } from "./job-body";
import { JobButtons } from "./job-buttons";
import { JobHeader } from "./job-header";
import type { JobAt } from "./move-form";
import { OfflineBanner } from "./offline-banner";
import { Outbox } from "./outbox";
import { JobColumn, PinnedBar } from "./pinned-bar";
import { ProgressTrack } from "./progress-track";
import { QuestionSheet } from "./question-sheet";
import { ScheduleSheet } from "./schedule-sheet";
import { SheetProblem } from "./sheet-problem";

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
        <OfflineBanner />
        <JobColumn>
          <JobHeader job={job} />
          <main className="pb-6">
            <ProgressTrack job={job} />
            {sheet === null && <SheetProblem problem={problem} />}
            <Outbox
              token={at.token}
              place={{ zone: job.timeZone, locale: job.agency.locale }}
              status={job.status}
            />
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
