import type { DayOption, JobView, StagedFile } from "@/lib/work-orders/views";
import { ClosedJob } from "./closed-job";
import type { Chosen } from "./day-time-picker";
import { InvoicePage } from "./invoice-page";
import { isOpen } from "./job-acts";
import { OpenJob } from "./open-job";
import { Receipt } from "./receipt";

export type JobPageProps = {
  job: JobView;
  token: string;
  /** What the address asks for: `do` of its query, as it came. */
  asked?: string | undefined;
  days: DayOption[];
  /** The day and the time that the schedule sheet starts with. */
  suggestion: Pick<Chosen, "day" | "time">;
  /** Why the form came back, and what was typed into it. */
  problem?: string | undefined;
  sent?: Record<string, string> | undefined;
  /** The file that came with it, if it is still here. */
  file?: StagedFile | undefined;
};

/** The job page by the state of the job. What is asked for and not allowed now is shown as the job stands. */
export function JobPage({ job, token, asked, days, suggestion, problem, sent, file }: JobPageProps) {
  const at = { token };
  const returned = { problem, sent };
  const wantsInvoice =
    (asked === "done" && job.actions.includes("COMPLETE")) || (asked === "invoice" && job.takesFiles);
  if (wantsInvoice)
    return <InvoicePage job={job} at={at} ending={asked === "done"} file={file} {...returned} />;
  if (isOpen(job)) {
    const sheet = sheetFor(job, asked);
    return <OpenJob job={job} at={at} sheet={sheet} days={days} suggestion={suggestion} {...returned} />;
  }
  if (job.status === "COMPLETED") {
    return <Receipt job={job} at={at} open={asked === "question"} {...returned} />;
  }
  return <ClosedJob job={job} at={at} problem={problem} />;
}

const sheets = { schedule: "SCHEDULE", decline: "DECLINE", question: "QUESTION" } as const;

function sheetFor(job: JobView, asked: string | undefined) {
  if (asked !== "schedule" && asked !== "decline" && asked !== "question") return null;
  return job.actions.includes(sheets[asked]) ? asked : null;
}
