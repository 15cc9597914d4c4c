import { Sheet } from "@/components/ui/sheet";
import type { DayOption, JobView } from "@/lib/work-orders/views";
import { type Chosen, DayTimePicker } from "./day-time-picker";
import { MoveForm } from "./move-form";
import { ScheduleButton } from "./schedule-button";
import { type AskSheet, SheetProblem } from "./sheet-problem";

type ScheduleSheetProps = AskSheet & { days: DayOption[]; suggestion: Pick<Chosen, "day" | "time"> };

/** When the contractor will be there. */
export function ScheduleSheet({ job, at, open, problem, sent = {}, days, suggestion }: ScheduleSheetProps) {
  const chosen = {
    day: sent.day || suggestion.day,
    time: sent.time || suggestion.time,
    otherDay: sent.otherDay ?? "",
    otherTime: sent.otherTime ?? "",
  };
  return (
    <Sheet id="schedule" heading="When will you be there?" open={open} closeHref={`/j/${at.token}`}>
      <MoveForm at={at} action="SCHEDULE">
        <SheetProblem problem={problem} />
        <DayTimePicker days={days} chosen={chosen} locale={job.agency.locale} />
        <p className="mt-3 mb-3.5 text-15 text-ink-2">
          {job.manager.firstName} sees this straight away. {firstSentence(job)}
        </p>
        <ScheduleButton locale={job.agency.locale} />
      </MoveForm>
    </Sheet>
  );
}

const firstSentence = ({ accessNotes }: JobView) => /^[^\n.]*\.?/.exec(accessNotes.trim())?.[0] ?? "";
