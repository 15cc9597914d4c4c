import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import type { LineView, SaidView, Writing } from "@/lib/scopes/views";

const card = "rounded-phone border bg-surface px-3.5 py-3";

/** What was said about a line, the oldest first. */
export function ScopeTalk({ number, said }: { number: string; said: SaidView[] }) {
  return (
    <ul aria-label={`Said about ${number}`} className={`grid gap-3 border-line-2 ${card}`}>
      {said.map(({ id, by, words, when, ofRevision, isOffice, isLeft }) => (
        <li key={id} className="text-14">
          <p className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span>
              <span aria-hidden className="mr-2 font-mono text-13 text-ink-3">
                {number}
              </span>
              <strong className={`font-600 ${isOffice ? "text-brand" : ""}`}>{by}</strong>
            </span>
            <span className="text-13 text-ink-2">
              {[isLeft && "Not sent", ofRevision && `Revision ${ofRevision}`, when]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </p>
          <p className="mt-0.5 whitespace-pre-line wrap-anywhere">{words}</p>
        </li>
      ))}
    </ul>
  );
}

/** The form of the comment that is open: buttons elsewhere on the page keep it too, so that no tap loses it. */
export const commentForm = "comment";

type FormProps = {
  line: Pick<LineView, "key" | "number" | "words">;
  writing: Writing;
  revision: number;
  /** The older revision that the page compares with, 0 for none; null where there is none. */
  compare: number | null;
  action: string;
  /** The page without this form. */
  backHref: string;
};

/** A comment on one line while it is written. Kept by a tap, and sent with “Request changes”. */
export function ScopeCommentForm({ line, writing, revision, compare, action, backHref }: FormProps) {
  const { words, problem, isKept } = writing;
  const id = `comment-${line.key}`;
  return (
    <form
      id={commentForm}
      method="post"
      action={action}
      className={`border-brand shadow-[0_0_0_3px_color-mix(in_srgb,var(--brand)_20%,transparent)] outline-1 -outline-offset-2 outline-brand ${card}`}
    >
      <input type="hidden" name="line" value={line.key} />
      <input type="hidden" name="revision" value={revision} />
      {compare !== null && <input type="hidden" name="compare" value={compare} />}
      <label htmlFor={id} className="text-14">
        <span className="mr-2 font-mono text-13 text-ink-3">{line.number}</span>{" "}
        <strong className="font-600">You</strong>
        <span className="sr-only">, your comment on “{line.words}”</span>
      </label>
      <textarea
        id={id}
        name="words"
        required
        maxLength={1000}
        rows={2}
        // biome-ignore lint/a11y/noAutofocus: this page was opened to write here.
        autoFocus
        defaultValue={words}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        className="mt-0.5 field-sizing-content block max-h-80 w-full resize-none bg-transparent text-14 outline-none pointer-coarse:text-16"
      />
      {problem && (
        <p id={`${id}-problem`} role="alert" className="mt-1 text-13 text-question">
          {problem}
        </p>
      )}
      <p className="mt-1.5 flex flex-wrap justify-end gap-2">
        {isKept ? (
          <Button kind="quiet" name="act" value="discard" formNoValidate>
            Discard
          </Button>
        ) : (
          <a href={backHref} className={buttonClass("quiet")}>
            Discard
          </a>
        )}
        <Button kind="brand">Save comment</Button>
      </p>
    </form>
  );
}
