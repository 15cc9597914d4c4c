import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Sheet } from "@/components/ui/sheet";
import { MoveForm } from "./move-form";
import { ReasonChips } from "./reason-chips";
import { type AskSheet, SheetProblem } from "./sheet-problem";

/** Says no to a job, with a reason where there is one. */
export function DeclineSheet({ job, at, open, problem, sent = {} }: AskSheet) {
  return (
    <Sheet id="decline" heading="Decline this job?" open={open} closeHref={`/j/${at.token}`}>
      <MoveForm at={at} action="DECLINE">
        <SheetProblem problem={problem} />
        <p className="mb-4 text-16 text-ink-2">
          {job.manager.firstName} sees it straight away and gives the job to someone else.
        </p>
        <ReasonChips field="decline-reason" />
        <TextArea
          id="decline-reason"
          name="reason"
          label="Why?"
          aside="Optional"
          maxLength={500}
          defaultValue={sent.reason}
          phone
        />
        <Button kind="primary" size="phone-main" className="mt-5 w-full">
          Decline job
        </Button>
      </MoveForm>
    </Sheet>
  );
}
