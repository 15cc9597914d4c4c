import { Button } from "@/components/ui/button";
import { AnswerForm } from "./answer-form";
import type { FormAction } from "./form-state";
import { PageSection } from "./page-section";

export type DocumentQuestion = {
  id: string;
  askedBy: string;
  asked: string;
  when: string;
  answer: { words: string; by: string; when: string } | null;
};

type Props = {
  questions: DocumentQuestion[];
  /** Missing for whoever may only look. */
  answer: FormAction | null;
};

/** What the client’s people asked about a document, and what the office replied. */
export function DocumentQuestions({ questions, answer }: Props) {
  if (questions.length === 0) return null;
  return (
    <PageSection id="questions" heading="Questions">
      <ul className="grid gap-5 pt-3">
        {questions.map((question) => (
          <Question key={question.id} question={question} action={answer} />
        ))}
      </ul>
    </PageSection>
  );
}

function Question({ question, action }: { question: DocumentQuestion; action: FormAction | null }) {
  const { id, askedBy, asked, when, answer } = question;
  return (
    <li className={answer ? "" : "rounded-phone border border-line bg-question-tint px-4 py-3.5"}>
      <Said by={askedBy} when={when} words={asked} />
      {answer && (
        <div className="mt-3 ml-4 border-l-2 border-line pl-4">
          <Said {...answer} />
        </div>
      )}
      {!answer && action && (
        <AnswerForm action={action} questionId={id} to={askedBy}>
          <Button kind="primary">Send reply</Button>
        </AnswerForm>
      )}
    </li>
  );
}

function Said({ by, when, words }: { by: string; when: string; words: string }) {
  return (
    <>
      <p className="text-13 text-ink-2">
        <span className="font-550 text-ink">{by}</span> {when}
      </p>
      <p className="text-14 whitespace-pre-line wrap-anywhere">{words}</p>
    </>
  );
}
