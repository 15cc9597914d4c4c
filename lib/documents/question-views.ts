import type { StaffScope } from "@/lib/auth/scope";
import type { ClientView } from "@/lib/people/client-view";
import { keepers } from "./life";
import { readQuestions } from "./questions";

/** A question of a client as the office reads it, with its reply where there is one. */
export type QuestionView = {
  id: string;
  askedBy: string;
  asked: string;
  when: string;
  answer: { words: string; by: string; when: string } | null;
};

/** What was asked about a document: what waits for a reply first, then the newest. */
export async function questionViews(
  scope: StaffScope,
  documentId: string,
  { when }: ClientView,
): Promise<QuestionView[]> {
  const questions = await readQuestions(scope, documentId);
  if (questions.length === 0) return [];
  const names = new Map((await keepers(scope)).map(({ id, name }) => [id, name]));
  const views = questions.map(({ id, askedBy, asked, askedAt, answer, answeredAt, memberId }) => ({
    ...{ id, askedBy, asked },
    when: when(askedAt),
    answer: answeredAt
      ? { words: answer ?? "", by: names.get(memberId ?? "") ?? "The office", when: when(answeredAt) }
      : null,
  }));
  const newestFirst = views.toReversed();
  return [...newestFirst.filter(({ answer }) => !answer), ...newestFirst.filter(({ answer }) => answer)];
}
