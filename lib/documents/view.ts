import type { StaffScope } from "@/lib/auth/scope";
import type { DocumentEnd, DocumentKind } from "@/lib/links/policy";
import { type ClientView, type PersonView, personViews } from "@/lib/people/client-view";
import type { Listed } from "@/lib/people/list-page";
import { endsOf, listDocuments, type SentDocument } from "./document";

/** How far a document has come, over all the addresses that it was sent to. */
export type Standing = "draft" | "sent" | "undelivered" | "opened" | "closed";

/** A document as the office sees it. */
export type DocumentView = {
  id: string;
  clientId: string;
  kind: DocumentKind;
  title: string;
  body: string;
  version: number;
  dueOn: string | null;
  standing: Standing;
  closedAs: DocumentEnd | null;
  /** When it came to where it stands; empty for a draft. */
  when: string;
  /** The ways in which it may be closed; none where it is closed already. */
  ends: readonly DocumentEnd[];
  /** To whom it can be sent, and how far it has come there. */
  people: PersonView[];
};

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
  const { client, when } = view;
  const { id, contactId, kind, title, body, version, dueOn, closedAs } = document;
  const { standing, at } = standingOf(document);
  return {
    ...{ id, kind, title, body, version, dueOn, standing, closedAs },
    clientId: contactId,
    when: at ? when(at) : "",
    ends: document.closedAt ? [] : endsOf[kind],
    people: personViews(client, document.sent, view),
  };
}

/** A link that was opened says most; then one that is on its way; and only where none arrived, that none did. */
export function standingOf({ closedAt, sentAt, sent }: Pick<SentDocument, "closedAt" | "sentAt" | "sent">): {
  standing: Standing;
  at: Date | null;
} {
  if (closedAt) return { standing: "closed", at: closedAt };
  if (!sentAt) return { standing: "draft", at: null };
  const opened = sent.find(({ state }) => state === "used" || state === "opened");
  if (opened) return { standing: "opened", at: opened.at };
  const [first] = sent;
  const isLost = first && sent.every(({ state }) => state === "bounced");
  return isLost ? { standing: "undelivered", at: first.at } : { standing: "sent", at: sentAt };
}
