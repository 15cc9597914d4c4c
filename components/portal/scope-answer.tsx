import { MessageCircle } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Answered, ScopeForClient } from "@/lib/scopes/views";
import { ownLinkForm } from "./own-link";
import { commentForm } from "./scope-comment";

type Props = {
  scope: ScopeForClient;
  page: string;
  /** Whether a comment is open to be written: an answer would lose it, so it is kept first. */
  isWriting: boolean;
  /** Whether this browser may approve, and not only ask for changes. */
  mayApprove: boolean;
};

/** What becomes of each answer, in a sentence. */
function words({ scope: { unsent, office, revision }, isWriting, mayApprove }: Props): string {
  if (isWriting)
    return `Save your comment or discard it. Then ${mayApprove ? "approve, or " : ""}request changes.`;
  const comments = unsent === 1 ? "comment" : `${unsent} comments`;
  const left = unsent > 0 ? ` and leaves your ${comments} unsent` : "";
  const approving = mayApprove
    ? `Approving locks this revision${left}.`
    : "To approve, use a link of your own.";
  if (unsent === 0) return `${approving} To ask for a change, comment on its line.`;
  const it = mayApprove ? (unsent === 1 ? "it" : "them") : `your ${comments}`;
  return `${approving} To send ${it} to ${office}, who writes revision ${revision + 1}, request changes.`;
}

/** The answers, always in reach: while a comment is written, the way to keep it instead. */
export function ScopeAnswer(props: Props) {
  const sentence = <p className="text-15 text-ink-2">{words(props)}</p>;
  return (
    <>
      <div className="mt-8 sm:hidden">{sentence}</div>
      <div
        data-pinned=""
        className="bottom-0 z-10 mt-auto pt-8 max-sm:-mb-5 sm:-mb-10 [@media(min-height:30rem)]:sticky"
      >
        <div className="flex items-center justify-between gap-x-8 gap-y-2.5 py-3.5 pb-[max(0.875rem,env(safe-area-inset-bottom))] [border-image:linear-gradient(var(--line)_1px,var(--surface)_1px)_fill_0//0_100vw] max-sm:flex-col-reverse max-sm:items-stretch">
          <div className="min-w-0 max-sm:hidden">{sentence}</div>
          <div className="flex shrink-0 gap-3 max-sm:flex-col-reverse">
            {props.isWriting ? (
              <Button form={commentForm} kind="brand" size="phone" className="px-5">
                Save comment
              </Button>
            ) : (
              <Answers {...props} />
            )}
          </div>
        </div>
      </div>
    </>
  );
}

/** As soon as there is a comment, to ask for changes comes first. */
function Answers({ scope, page, mayApprove }: Props) {
  const asks = scope.unsent > 0;
  const look = { kind: asks ? "secondary" : "brand", size: "phone", className: "w-full px-5" } as const;
  return (
    <>
      {mayApprove ? (
        <Answer action={`${page}/approve`} revision={scope.revision}>
          <Button {...look}>Approve as is{scope.groups.length > 0 && `, ${scope.total}`}</Button>
        </Answer>
      ) : (
        <ButtonLink {...look} href={`#${ownLinkForm}`}>
          Get a link of your own
        </ButtonLink>
      )}
      {asks && (
        <Answer action={`${page}/changes`} revision={scope.revision}>
          <Button
            kind="brand"
            size="phone"
            className="w-full px-5"
            icon={<MessageCircle aria-hidden size={20} strokeWidth={1.75} />}
          >
            Request changes ({scope.unsent})
          </Button>
        </Answer>
      )}
    </>
  );
}

type AnswerProps = { action: string; revision: number; children: React.ReactNode };

/** An answer to the revision that this page shows, and to no other. */
function Answer({ action, revision, children }: AnswerProps) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="revision" value={revision} />
      {children}
    </form>
  );
}

/** What was answered, by whom, and what happens next. */
export function ScopeAnswered({ scope, answered }: { scope: ScopeForClient; answered: Answered }) {
  const { as, by, when } = answered;
  return as === "approved" ? (
    <Notice tone="good" phone>
      Approved by {by}, {when}. This revision stays as it is.
    </Notice>
  ) : (
    <Notice phone>
      Changes requested by {by}, {when}. {scope.office} sends revision {scope.revision + 1}, and you’ll get a
      link to it.
    </Notice>
  );
}
