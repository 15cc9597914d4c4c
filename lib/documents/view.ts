import type { StaffScope } from "@/lib/auth/scope";
import { dayIn, plainDay } from "@/lib/dates";
import { type ClientView, personViews } from "@/lib/people/client-view";
import type { Listed } from "@/lib/people/list-page";
import { endsOf, listDocuments, type SentDocument } from "./document";
import type { DocumentView, Due, Standing } from "./views";

/** One page of the documents of a client, or of one project of theirs, the newest first. */
export async function documentViews(
  scope: StaffScope,
  client: ClientView,
  { projectId, ...page }: { projectId?: string; now: Date; after?: string | undefined },
): Promise<Listed<DocumentView>> {
  const whose = projectId ? { projectId } : { contactId: client.client.id };
  const { rows, after } = await listDocuments(scope, { ...whose, ...page });
  return { rows: rows.map((document) => viewOf(document, client)), after };
}

export function viewOf(document: SentDocument, view: ClientView): DocumentView {
  const { id, contactId, projectId, kind, title, body, version, memberId, dueOn } = document;
  const { closedAs, waitsFor, sentAt, signees } = document;
  const { standing, at } = standingOf(document);
  return {
    ...{ id, projectId, kind, title, body, version, memberId, dueOn, standing, closedAs, waitsFor },
    clientId: contactId,
    signed:
      sentAt && signees.length > 0
        ? { count: signees.filter(({ hasSigned }) => hasSigned).length, of: signees.length }
        : null,
    when: at ? view.when(at) : "",
    due: dueOf(document, view.moment),
    waitsOn: waitsOn(document, view),
    ends: document.closedAt ? [] : endsOf[kind],
    people: personViews(view.client, document.sent, view),
  };
}

type Told = Pick<
  SentDocument,
  "closedAt" | "sentAt" | "sent" | "answeredAt" | "answeredAs" | "signees" | "money"
>;

/**
 * What came of it says most, then what its client answered, or what of its money is here. After that a link that was opened; then one that is on its
 * way; and only where none arrived, that none did.
 */
export function standingOf(document: Told): { standing: Standing; at: Date | null } {
  const { closedAt, sentAt, sent, answeredAt, answeredAs, signees, money } = document;
  if (closedAt) return { standing: "closed", at: closedAt };
  if (!sentAt) return { standing: "draft", at: null };
  if (answeredAs) return { standing: answeredAs, at: answeredAt };
  if (money && money.paidCents > 0) return { standing: "part-paid", at: null };
  if (money && money.pendingCents > 0) return { standing: "pending", at: null };
  if (signees.some(({ hasSigned }) => hasSigned)) return { standing: "part-signed", at: null };
  const opened = sent.find(({ state }) => state === "used" || state === "opened");
  if (opened) return { standing: "opened", at: opened.at };
  const [first] = sent;
  const isLost = first && sent.every(({ state }) => state === "bounced");
  return isLost ? { standing: "undelivered", at: first.at } : { standing: "sent", at: sentAt };
}

/** Whether an answer is still asked for: a report is only there to be read. */
const isAskedFor = ({ kind, sentAt, answeredAt, closedAt }: SentDocument) =>
  kind !== "service-report" && sentAt !== null && answeredAt === null && closedAt === null;

function dueOf(document: SentDocument, { now, zone, locale }: ClientView["moment"]): Due | null {
  const { dueOn, closedAt, answeredAt } = document;
  if (!dueOn) return null;
  const isOver = dueOn < dayIn(now, zone) && closedAt === null && answeredAt === null;
  return { words: plainDay(dueOn, locale), isOver };
}

/** Those who have not signed yet; of any other kind, those to whom it was sent. */
function waitsOn(document: SentDocument, { client, country, when }: ClientView): string[] {
  if (!isAskedFor(document) || document.waitsFor) return [];
  const signing = document.signees.filter(({ hasSigned }) => !hasSigned);
  if (document.signees.length > 0) return signing.map(({ name }) => name);
  const people = personViews(client, document.sent, { country, when });
  const sentTo = people.filter(({ addresses }) => addresses.some(({ progress }) => progress !== null));
  return (sentTo.length > 0 ? sentTo : people.slice(0, 1)).map(({ name }) => name);
}
