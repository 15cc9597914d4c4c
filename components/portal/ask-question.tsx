import { Send } from "lucide-react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { RefusedWords } from "./refused-words";

export type QuestionView = {
  id: string;
  /** “You”, or the other of the two. */
  who: string;
  words: string;
  when: string;
  answer: { who: string; words: string; when: string } | null;
};

type Props = {
  shop: string;
  questions: QuestionView[];
  /** Where a question is posted; null where the document is over, and what was said is only read. */
  action: string | null;
  /** Why the last one was not taken, and what was typed. */
  refused?: { problem: string; words: string } | undefined;
};

/** What was asked about a document and replied, and one more question. Its form and others lead here by `#ask`. */
export function AskQuestion({ shop, questions, action, refused }: Props) {
  if (!action && !refused && questions.length === 0) return null;
  const first = action ? `Ask ${shop} a question` : "Your question";
  const heading = questions.length > 0 ? "Questions" : first;
  return (
    <section
      id="ask"
      tabIndex={-1}
      aria-labelledby="ask-heading"
      className="scroll-mt-6 border-t border-line pt-8 outline-none"
    >
      <h2 id="ask-heading" className="text-20 font-600">
        {heading}
      </h2>
      {refused && (
        <div className="mt-4">
          <RefusedWords problem={refused.problem} unsaved={action ? null : refused.words} />
        </div>
      )}
      {questions.length > 0 && (
        <ol className="mt-4 grid gap-6">
          {questions.map((question) => (
            <li key={question.id} className="grid gap-2.5">
              <Said {...question} />
              {question.answer ? (
                <div className="rounded-phone bg-brand-tint px-4 py-3">
                  <Said {...question.answer} />
                </div>
              ) : (
                <p className="text-15 text-ink-2">
                  {shop} has your question. The reply comes by message, and stands here.
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
      {action && (
        <form method="post" action={action} className="mt-5 grid gap-3">
          <TextArea
            id="ask-words"
            name="words"
            label={questions.length > 0 ? "Ask another question" : "Your question"}
            phone
            required
            maxLength={2000}
            defaultValue={refused?.words}
          />
          <Button
            size="phone"
            icon={<Send aria-hidden size={18} strokeWidth={1.75} />}
            className="sm:justify-self-start sm:px-5"
          >
            Send question
          </Button>
        </form>
      )}
    </section>
  );
}

function Said({ who, words, when }: { who: string; words: string; when: string }) {
  return (
    <div>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-15">
        <strong className="font-600">{who}</strong>
        <span className="text-13 text-ink-2">{when}</span>
      </p>
      <p className="text-16 whitespace-pre-line wrap-anywhere">{words}</p>
    </div>
  );
}
