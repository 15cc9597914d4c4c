import { FieldTable } from "./field-table";
import type { Answer, Operation } from "./operations";
import { Prose, WithCode } from "./prose";
import { RefusalRows } from "./refusal-rows";

/** One operation: what it does, what it takes, what it answers, and a request to paste. */
export function OperationSection({ operation }: { operation: Operation }) {
  const { anchor, method, path, summary, description, parameters, body, answers, refusals, curl } = operation;
  return (
    <section
      id={anchor}
      aria-labelledby={`${anchor}-title`}
      className="scroll-mt-6 border-t border-line pt-10"
    >
      <h3 id={`${anchor}-title`} className="text-20 font-600">
        {summary}
      </h3>
      <p className="mt-2 font-mono text-14 wrap-anywhere">
        <span className="mr-2 rounded-chip bg-accent-tint px-1.5 py-0.5 font-600 text-accent">{method}</span>
        {path}
      </p>
      <div className="mt-4 text-15 text-ink-2">
        <Prose text={description} />
      </div>
      <FieldTable caption="Parameters" fields={parameters} />
      {body && <FieldTable caption={`Body, ${body.contentType}`} fields={body.fields} />}
      {answers.map((answer) => (
        <AnswerSection key={answer.status} answer={answer} />
      ))}
      <RefusalList refusals={refusals} />
      <h4 className="mt-6 text-13 font-600 text-ink-2">Example</h4>
      <pre className="mt-2 rounded-control bg-sunken p-4 font-mono text-13 wrap-anywhere whitespace-pre-wrap">
        {curl}
      </pre>
    </section>
  );
}

/** What comes back. Its fields are many and are looked up one by one, so they open on demand. */
function AnswerSection({ answer }: { answer: Answer }) {
  return (
    <>
      <h4 className="mt-6 text-13 font-600 text-ink-2">Answer {answer.status}</h4>
      <p className="mt-1 text-15">
        <WithCode text={answer.description} />
      </p>
      {answer.fields.length > 0 && (
        <details className="mt-2">
          <summary className="text-link inline-block py-3 text-14">
            {answer.fields.length === 1 ? "Its field" : `Its ${answer.fields.length} fields`}
          </summary>
          <FieldTable caption={`Fields of ${answer.status}, ${answer.contentType}`} fields={answer.fields} />
        </details>
      )}
    </>
  );
}

function RefusalList({ refusals }: { refusals: Answer[] }) {
  if (refusals.length === 0) return null;
  return (
    <>
      <h4 className="mt-6 text-13 font-600 text-ink-2">Refusals</h4>
      <RefusalRows refusals={refusals} />
    </>
  );
}
