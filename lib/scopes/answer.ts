import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { scopeComments, scopeRevisions } from "@/db/schema/scopes";
import { whyNotAgree } from "@/lib/auth/own-link";
import type { AtDocument } from "@/lib/auth/scope";
import { tellOffice } from "@/lib/documents/tell-office";
import { answered, type Document, lockForClient, tell, waitForOffice } from "@/lib/documents/trunk";
import { done, type Outcome, type Refusal, refuse } from "@/lib/outcome";
import { numbersOf } from "./lines";
import { isRevision, newestSent, type Revision, readLines, readRevisions } from "./revision";

type Answering = { revision: number };

/**
 * Approves one revision as it is, as the person who asks; again it is the same answer. Refuses any revision but the newest
 * that was sent, one to which changes were asked for, a scope that is over, and a browser whose link the office had in hand.
 */
export function approveScope(scope: AtDocument, { revision }: Answering): Promise<Outcome<Revision>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockForClient(tx, scope);
    if (!locked.ok) return locked;
    const unproved = whyNotAgree(scope);
    if (unproved) return unproved;
    const document = locked.value;
    const [approved] = await tx
      .update(scopeRevisions)
      .set({ approvedAt: sql`now()`, approvedBy: scope.actor.name })
      .where(isAsked(document.id, revision))
      .returning();
    if (!approved) return whyNot(tx, document.id, { revision, as: "approvedAt" });
    await answered(tx, document.id, "approved");
    const detail = { revision, person: scope.actor.person };
    await tell(tx, scope, { kind: "scope.approved", document, detail });
    await tellOffice(tx, scope, document, { did: `approved revision ${revision} of` });
    return done(approved);
  });
}

/**
 * Sends everybody's comments on a revision to the office, which writes the next one; again it is the same answer. Refuses
 * as `approveScope` does, one that was approved, and to ask without a comment.
 */
export function requestChanges(scope: AtDocument, { revision }: Answering): Promise<Outcome<Revision>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockForClient(tx, scope);
    if (!locked.ok) return locked;
    const document = locked.value;
    const unsent = isUnsent(document, revision);
    const [asked] = await tx
      .update(scopeRevisions)
      .set({ changesRequestedAt: sql`now()`, changesRequestedBy: scope.actor.name })
      .where(
        and(isAsked(document.id, revision), sql`exists (select 1 from ${scopeComments} where ${unsent})`),
      )
      .returning();
    if (!asked) return whyNot(tx, document.id, { revision, as: "changesRequestedAt" });
    await handOver(tx, scope, document, revision);
    await answered(tx, document.id, "changes-requested");
    await waitForOffice(tx, document.id, "changes");
    return done(asked);
  });
}

/** The one revision to which an answer is asked for: the newest that was sent, if none was given. */
const isAsked = (documentId: string, number: number) =>
  and(
    isRevision({ documentId, number }),
    isNotNull(scopeRevisions.sentAt),
    isNull(scopeRevisions.approvedAt),
    isNull(scopeRevisions.changesRequestedAt),
    sql`not exists (select 1 from scope_revisions newer where newer.document_id = ${documentId}
      and newer.number > ${number} and newer.sent_at is not null)`,
  );

const isUnsent = ({ id, contactId }: Document, revision: number) =>
  and(
    eq(scopeComments.documentId, id),
    eq(scopeComments.contactId, contactId),
    eq(scopeComments.revision, revision),
    isNull(scopeComments.sentAt),
    // What a partner wrote who is the client’s partner no more is nobody’s to send.
    sql`(${scopeComments.person} = 'primary' or ${scopeComments.name} = (select partner_name from contacts
      where contacts.id = ${contactId}))`,
  );

async function handOver(tx: Tx, scope: AtDocument, document: Document, revision: number): Promise<void> {
  const comments = await tx
    .update(scopeComments)
    .set({ sentAt: sql`now()` })
    .where(isUnsent(document, revision))
    .returning();
  const lines = await readLines(tx, document.id, revision);
  const numbers = numbersOf(lines);
  const said = lines.flatMap((line) =>
    comments
      .filter(({ lineKey }) => lineKey === line.key)
      .toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
      .map(({ name, words }) => ({ line: `${numbers.get(line.key)} ${line.words}`, name, words })),
  );
  for (const { line, words } of said)
    await tell(tx, scope, { kind: "scope.commented", document, detail: { line, words, revision } });
  const detail = { count: said.length, revision, person: scope.actor.person };
  await tell(tx, scope, { kind: "scope.changes-requested", document, detail });
  const words = said.map((each) => `${each.line}\n${each.name}: ${each.words}`).join("\n\n");
  await tellOffice(tx, scope, document, { did: `asks for changes to revision ${revision} of`, words });
}

type Tapped = { revision: number; as: "approvedAt" | "changesRequestedAt" };

/** Why a revision takes no answer now; the same answer once more is no refusal. */
async function whyNot(tx: Tx, documentId: string, { revision, as }: Tapped): Promise<Outcome<Revision>> {
  const newest = newestSent(await readRevisions(tx, documentId));
  if (newest?.number === revision && newest[as]) return done(newest);
  return refusalOf(newest, revision) ?? refuse("not-allowed-now", { sentence: noComment });
}

/** Why nothing may be said to that revision any more; nothing where it may. */
export function refusalOf(newest: Revision | undefined, revision: number): Refusal | undefined {
  if (!newest) return refuse("not-found");
  if (newest.number !== revision) return refuse("stale", { sentence: isOlder(newest.number) });
  if (newest.approvedAt) return refuse("not-allowed-now", { sentence: isApproved(newest) });
  return newest.changesRequestedAt ? refuse("not-allowed-now", { sentence: isBack(newest) }) : undefined;
}

const isOlder = (newest: number) =>
  `There is a newer revision now, so nothing was done with the older one. Here is revision ${newest}.`;
const isApproved = ({ number, approvedBy }: Revision) =>
  `${approvedBy} approved revision ${number}, so it stays as it is.`;
const isBack = ({ number, changesRequestedBy }: Revision) =>
  `${changesRequestedBy} asked for changes to revision ${number}, so it takes no more answers. The next revision is on its way.`;
const noComment = "Comment on a line first, so that it is clear what should change.";
