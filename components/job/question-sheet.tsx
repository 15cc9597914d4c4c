import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Sheet } from "@/components/ui/sheet";
import { MoveForm } from "./move-form";
import { type AskSheet, SheetProblem } from "./sheet-problem";

/** A question to the office; it changes nothing about the job. */
export function QuestionSheet({ job, at, open, problem, sent = {} }: AskSheet) {
  const manager = job.manager.firstName;
  return (
    <Sheet id="question" heading={`Ask ${manager}`} open={open} closeHref={`/j/${at.token}`}>
      <MoveForm at={at} action="QUESTION">
        <SheetProblem problem={problem} />
        <TextArea
          id="question-text"
          name="question"
          label="Your question"
          hint={`${manager} sees it straight away. The answer comes as a message, and shows here.`}
          maxLength={2000}
          className="min-h-30"
          required
          defaultValue={sent.question}
          phone
        />
        <Button kind="primary" size="phone-main" className="mt-5 w-full">
          Send to {manager}
        </Button>
      </MoveForm>
    </Sheet>
  );
}
