import { and, eq, isNull, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { scopeComments } from "@/db/schema/scopes";
import { GoTo } from "@/lib/auth/form";
import type { AtDocument, StaffScope } from "@/lib/auth/scope";
import { lockDocument, lockForClient, tell } from "@/lib/documents/trunk";
import { documentHref } from "@/lib/links/policy";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { refusalOf } from "./answer";
import { newestSent, readLines, readRevisions } from "./revision";

type Commenting = {
  line: string;
  revision: number;
  words: string;
  act: "save" | "discard";
  compare?: number | undefined;
  /** The line that is to be commented on next. */
  next?: string | undefined;
  /** What is to be shown from now on, in place of `compare`. */
  show?: number | undefined;
};

/**
 * Keeps what a client writes about a line, one comment each person, until it is sent with “Request changes”; empty words
 * take it back. Leads back to the line, or to the next one, open to be written about. Refuses any revision but the newest while that waits for an answer, and a line that
 * it does not have.
 */
export function saveComment(scope: AtDocument, sent: Commenting): Promise<Outcome<GoTo>> {
  const { documentId, actor } = scope;
  return inTenant(scope, async (tx) => {
    const locked = await lockForClient(tx, scope);
    if (!locked.ok) return locked;
    const newest = newestSent(await readRevisions(tx, documentId));
    const refused = refusalOf(newest, sent.revision);
    if (refused) return refused;
    if (!(await isLine(tx, documentId, sent))) return refuse("not-found");
    const { contactId, person, name } = actor;
    const which = { documentId, revision: sent.revision, lineKey: sent.line, contactId, person, name };
    await tx.delete(scopeComments).where(isOwn(which));
    const words = sent.act === "save" ? sent.words : "";
    if (words) await tx.insert(scopeComments).values({ ...which, words });
    return done(new GoTo(lineHref(documentId, sent)));
  });
}

async function isLine(tx: Tx, documentId: string, { revision, line }: Pick<Commenting, "revision" | "line">) {
  return (await readLines(tx, documentId, revision)).some(({ key }) => key === line);
}

type Which = Pick<typeof scopeComments.$inferInsert, "revision" | "lineKey" | "documentId" | "name"> & {
  contactId: string;
  person: "primary" | "partner";
};

const isOwn = ({ documentId, revision, lineKey, contactId, person, name }: Which) =>
  and(
    eq(scopeComments.documentId, documentId),
    eq(scopeComments.revision, revision),
    eq(scopeComments.lineKey, lineKey),
    eq(scopeComments.contactId, contactId),
    eq(scopeComments.person, person),
    person === "partner" ? eq(scopeComments.name, name) : undefined,
    isNull(scopeComments.sentAt),
  );

function lineHref(documentId: string, { line, compare, next, show = compare }: Commenting): string {
  const asked = {
    ...(show !== undefined && { compare: String(show) }),
    ...(next && { line: next }),
  };
  const query = new URLSearchParams(asked);
  return `${documentHref("scope", documentId)}${query.size > 0 ? `?${query}` : ""}#line-${next ?? line}`;
}

type Replying = { documentId: string; line: string; words: string };

/** The office's reply to what was said about a line. Its client reads it on the page. Refuses a line that was never sent. */
export function replyToLine(
  scope: StaffScope,
  { documentId, line, words }: Replying,
): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockDocument(tx, documentId, "scope");
    if (!locked.ok) return locked;
    const revision = newestSent(await readRevisions(tx, documentId))?.number;
    if (revision === undefined || !(await isLine(tx, documentId, { revision, line })))
      return refuse("not-found");
    const { memberId, name } = scope.actor;
    const said = { documentId, revision, lineKey: line, memberId, name, words, sentAt: sql`now()` };
    await tx.insert(scopeComments).values(said);
    await tell(tx, scope, { kind: "document.answered", document: locked.value, detail: { words } });
    return done(null);
  });
}
