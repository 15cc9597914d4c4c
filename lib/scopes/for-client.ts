import { and, eq, isNotNull, or } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { contacts } from "@/db/schema/people";
import { scopeComments } from "@/db/schema/scopes";
import { members, tenants } from "@/db/schema/tenants";
import { type DocumentScope, mayBeSeenBy } from "@/lib/auth/may-see";
import { plainDay, recently } from "@/lib/dates";
import { goneLines } from "./gone";
import { before, newestSent, type Revision, readAllLines, readLines, readRevisions } from "./revision";
import { answeredOf, differencesView, groupViews, type Look, sentOn, totalWords } from "./show";
import type { DifferencesView, SaidView, ScopeForClient, ScopeLine } from "./views";

type Comment = typeof scopeComments.$inferSelect;
type Actor = DocumentScope["actor"];

/** Which document, with which of its older revisions to compare (0 is none), and when it is read. */
type Asked = { id: string; compare?: number | undefined; now: Date };

/**
 * The newest revision of a scope that was sent, as its client sees it: with their own comments and their partner's, and,
 * for who has said nothing of it yet, with what is new in it. The caller has been let in to the document.
 */
export async function readScopeForClient(scope: DocumentScope, asked: Asked): Promise<ScopeForClient> {
  return inTenant(scope, async (tx) => {
    const { document, tenant, office } = await readAround(tx, scope, asked.id);
    const revisions = await readRevisions(tx, asked.id);
    const revision = newestSent(revisions);
    if (!revision) throw new Error("A scope was let in to that was never sent.");
    const look = { zone: tenant.timeZone, locale: tenant.locale, currency: tenant.currency, now: asked.now };
    const lines = await readLines(tx, asked.id, revision.number);
    const answered = answeredOf(revision, look);
    const waits = answered === null && document.closedAt === null;
    const talked = { ...revision, waits, partner: document.partner };
    const talk = talkOf(await readComments(tx, scope.actor, talked), talked, { look, actor: scope.actor });
    const since = comparedWith(revisions, revision, asked.compare, waits && talk.own.length === 0);
    const differences =
      since === null ? null : await readDifferences(tx, { id: asked.id, since, lines, look, talk });
    const shown = removedIn(differences);
    const linesOf = await readAllLines(tx, asked.id);
    const gone = goneLines(lines, before(revisions, revision).map(linesOf), { look, saidOf: talk.saidOf });
    return {
      id: asked.id,
      revision: revision.number,
      sentOn: sentOn(revision, look) ?? "",
      answerBy: document.dueOn ? plainDay(document.dueOn, tenant.locale) : null,
      groups: groupViews(lines, look, talk.saidOf),
      gone: gone.filter(({ key }) => !shown.has(key)),
      total: totalWords(lines, look),
      answered,
      olderRevision: revision.number > 1 ? (since ?? revision.number - 1) : null,
      differences,
      unsent: talk.unsent,
      discussed: talk.discussed,
      own: talk.own,
      office,
    };
  });
}

/** The lines that a comparison shows as removed. */
const removedIn = (differences: DifferencesView | null) =>
  new Set(
    differences?.groups.flatMap(({ lines }) =>
      lines.flatMap((line) => (line.kind === "removed" ? [line.was.key] : [])),
    ),
  );

async function readAround(tx: Tx, scope: DocumentScope, id: string) {
  const [document] = await tx
    .select({
      dueOn: documents.dueOn,
      closedAt: documents.closedAt,
      member: members.name,
      works: members.active,
      partner: contacts.partnerName,
    })
    .from(documents)
    .innerJoin(contacts, eq(contacts.id, documents.contactId))
    .leftJoin(members, eq(members.id, documents.memberId))
    .where(and(eq(documents.id, id), mayBeSeenBy(scope)));
  const [tenant] = await tx.select().from(tenants);
  if (!document || !tenant) throw new Error("A scope’s document or business is gone.");
  const firstName = document.works ? document.member?.split(" ")[0] : undefined;
  return { document, tenant, office: firstName ?? tenant.name };
}

type Talked = Pick<Revision, "documentId" | "number"> & {
  /** Whether the revision waits for an answer. */
  waits: boolean;
  partner: string | null;
};

/**
 * What was sent, of any revision; while this one waits, what this client’s two people have written of it; and what the
 * reader wrote of any and left unsent.
 */
async function readComments(tx: Tx, actor: Actor, talked: Talked): Promise<Comment[]> {
  const { documentId, number, waits, partner } = talked;
  const comments = await tx
    .select()
    .from(scopeComments)
    .where(
      and(
        eq(scopeComments.documentId, documentId),
        or(isNotNull(scopeComments.sentAt), eq(scopeComments.contactId, actor.contactId)),
      ),
    )
    .orderBy(scopeComments.createdAt);
  return comments.filter((comment) => {
    if (comment.sentAt !== null || isBy(actor, comment)) return true;
    const isOfTheirs = comment.person === "primary" || comment.name === partner;
    return waits && comment.revision === number && isOfTheirs;
  });
}

/** Whether the reader wrote it themselves: a partner of another name is another person. */
const isBy = ({ contactId, person, name }: Actor, comment: Comment) =>
  comment.contactId === contactId &&
  comment.person === person &&
  (person === "primary" || comment.name === name);

type Talk = {
  saidOf: (key: string) => SaidView[];
  own: { key: string; words: string }[];
  unsent: number;
  discussed: string[];
};

function talkOf(
  comments: Comment[],
  { number: revision, waits }: Talked,
  { look, actor }: { look: Look; actor: Actor },
): Talk {
  const isOwn = (comment: Comment) => isBy(actor, comment);
  const isLeft = (comment: Comment) => comment.sentAt === null && !(waits && comment.revision === revision);
  const unsent = comments.filter((comment) => comment.sentAt === null && !isLeft(comment));
  const ofThis = comments.filter((each) => each.revision === revision && each.contactId !== null);
  return {
    saidOf: (key) =>
      comments
        .filter(({ lineKey }) => lineKey === key)
        .map((each) =>
          saidView(each, { revision, look, by: isOwn(each) ? "You" : each.name, isLeft: isLeft(each) }),
        ),
    own: unsent.filter(isOwn).map(({ lineKey: key, words }) => ({ key, words })),
    unsent: unsent.length,
    discussed: [...new Set(ofThis.map(({ lineKey }) => lineKey))],
  };
}

type Saying = { revision: number; look: Look; by: string; isLeft: boolean };

/** One comment or reply, as a page shows it. */
export function saidView(comment: Comment, { revision, look, by, isLeft }: Saying): SaidView {
  const { id, words, memberId, createdAt } = comment;
  const isNow = look.now.getTime() - createdAt.getTime() < 60_000;
  return {
    id,
    by,
    words,
    when: isNow ? "Just now" : recently(createdAt, look.zone, look.now, look.locale),
    isOffice: memberId !== null,
    ofRevision: comment.revision === revision ? null : comment.revision,
    isLeft,
  };
}

/** The older revision beside which this one is shown: the one asked for, or the one before, where it opens on what is new. */
function comparedWith(
  revisions: Revision[],
  { number }: Revision,
  asked: number | undefined,
  opensOnNew: boolean,
): number | null {
  const wanted = asked ?? (opensOnNew ? number - 1 : 0);
  const isOlder = wanted < number && revisions.some((each) => each.number === wanted);
  return isOlder ? wanted : null;
}

type Comparing = { id: string; since: number; lines: ScopeLine[]; look: Look; talk: Talk };

async function readDifferences(tx: Tx, { id, since, lines, look, talk }: Comparing) {
  const older = { number: since, lines: await readLines(tx, id, since) };
  return differencesView(older, lines, look, talk.saidOf);
}
