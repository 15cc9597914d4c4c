import { portalShop } from "@/app/portal/portal-frame";
import { AskQuestion } from "@/components/portal/ask-question";
import { holderOf } from "@/lib/auth/client-gates";
import { readKeptForm } from "@/lib/auth/kept-form";
import type { DocumentScope } from "@/lib/auth/may-see";
import { recently } from "@/lib/dates";
import type { ClientDocument } from "@/lib/documents/for-client";
import { readOwnQuestions } from "@/lib/documents/questions";
import { documentHref } from "@/lib/links/policy";

/** What the address of a document’s page says of the form that was refused there. */
export type AskQuery = { do?: string | undefined; kept?: string | undefined };

type Props = {
  scope: DocumentScope;
  document: ClientDocument;
  query: AskQuery;
  /** Whether something else is being written on the page, which a question that is sent would lose. */
  isWriting?: boolean;
};

/** The questions of whoever reads a document, and the way to ask one more. */
export async function AskBlock({ scope, document, query, isWriting = false }: Props) {
  const { name: shop, timeZone, locale } = await portalShop(scope);
  const now = new Date();
  const when = (at: Date) => recently(at, timeZone, now, locale);
  const [questions, kept] = await Promise.all([
    readOwnQuestions(scope, document.id),
    query.do === "ask" && query.kept ? readKeptForm(scope, holderOf(scope), String(query.kept)) : undefined,
  ]);
  return (
    <AskQuestion
      shop={shop}
      action={document.closedAs || isWriting ? null : `${documentHref(document.kind, document.id)}/ask`}
      refused={kept && { problem: kept.problem, words: kept.sent.words ?? "" }}
      questions={questions.map(({ id, askedBy, asked, askedAt, answer, answeredBy, answeredAt }) => ({
        ...{ id, words: asked },
        who: askedBy === scope.actor.name ? "You" : askedBy,
        when: when(askedAt),
        answer:
          answer && answeredAt ? { who: answeredBy ?? shop, words: answer, when: when(answeredAt) } : null,
      }))}
    />
  );
}
