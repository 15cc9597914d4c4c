import { and, eq, isNotNull } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { scopeComments } from "@/db/schema/scopes";
import { tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { dayIn } from "@/lib/dates";
import { typedAmount } from "@/lib/money";
import { saidView } from "./for-client";
import { goneLines } from "./gone";
import { groupsOf, isBlank, numbersOf } from "./lines";
import { before, newestSent, type Revision, readAllLines, readRevisions } from "./revision";
import { answeredOf, differencesView, groupViews, type Look, sentOn, totalWords } from "./show";
import type { DraftView, RevisionView, SaidView, ScopeForOffice, ScopeLine } from "./views";

/** Which scope, with what was new in which of its revisions (the newest unless said), and when it is read. */
type Asked = { id: string; newIn?: number | undefined; now: Date };

/**
 * A scope as the office sees it: what it writes, what the client has, what was said, and every revision, with what was new
 * in one of them: a draft that keeps itself reads this after every word.
 */
export function readScopeForOffice(scope: StaffScope, { id, newIn, now }: Asked): Promise<ScopeForOffice> {
  return inTenant(scope, async (tx) => {
    const { tenant, document } = await readAround(tx, id);
    const look = { zone: tenant.timeZone, locale: tenant.locale, currency: tenant.currency, now };
    const revisions = await readRevisions(tx, id);
    const linesOf = await readAllLines(tx, id);
    const [newest] = revisions;
    const sent = newestSent(revisions) ?? null;
    const saidOf = await readTalk(tx, id, sent?.number ?? 1, look);
    const shown = revisions.some(({ number }) => number === newIn) ? newIn : newest?.number;
    const today = dayIn(now, tenant.timeZone);
    return {
      draft:
        newest && !newest.sentAt
          ? {
              ...draftView(newest, linesOf(newest.number), { look, saidOf }),
              answerBy: newest.number > 1 ? answerByOf(document.dueOn, today) : null,
            }
          : null,
      sent: sent && {
        number: sent.number,
        groups: groupViews(linesOf(sent.number), look, saidOf),
        gone: goneLines(linesOf(sent.number), before(revisions, sent).map(linesOf), { look, saidOf }),
        total: totalWords(linesOf(sent.number), look),
        answered: answeredOf(sent, look),
      },
      revisions: revisions.map((revision) =>
        revisionView(revision, linesOf, { look, isShown: revision.number === shown }),
      ),
    };
  });
}

async function readAround(tx: Tx, id: string) {
  const [tenant] = await tx.select().from(tenants);
  const [document] = await tx.select({ dueOn: documents.dueOn }).from(documents).where(eq(documents.id, id));
  if (!tenant) throw new Error("A member’s business is gone.");
  return { tenant, document: document ?? { dueOn: null } };
}

/** A revision is not asked to be answered by a day that has passed: the one before it stands only while it lies ahead. */
const answerByOf = (dueOn: string | null, today: string) => ({
  proposed: dueOn !== null && dueOn >= today ? dueOn : "",
  earliest: today,
});

/** What was sent of any line, to and fro. What a client still writes is their own. */
async function readTalk(tx: Tx, documentId: string, revision: number, look: Look) {
  const comments = await tx
    .select()
    .from(scopeComments)
    .where(and(eq(scopeComments.documentId, documentId), isNotNull(scopeComments.sentAt)))
    .orderBy(scopeComments.createdAt);
  return (key: string): SaidView[] =>
    comments
      .filter(({ lineKey }) => lineKey === key)
      .map((comment) => saidView(comment, { revision, look, by: comment.name, isLeft: false }));
}

type Saying = { look: Look; saidOf: (key: string) => SaidView[] };

function draftView(
  { number }: Revision,
  lines: ScopeLine[],
  { look, saidOf }: Saying,
): Omit<DraftView, "answerBy"> {
  const numbers = numbersOf(lines);
  return {
    revision: number,
    groups: groupsOf(lines).map((group) => ({
      name: group.name,
      lines: group.lines.map((line) => ({
        key: line.key,
        number: numbers.get(line.key) ?? "",
        words: line.words,
        amount: isBlank(line) ? "" : typedAmount(line.amountCents),
        said: saidOf(line.key),
      })),
    })),
    shown: groupViews(
      lines.filter((line) => !isBlank(line)),
      look,
      saidOf,
    ),
    total: totalWords(lines, look),
  };
}

function revisionView(
  revision: Revision,
  linesOf: (number: number) => ScopeLine[],
  { look, isShown }: { look: Look; isShown: boolean },
): RevisionView {
  const { number } = revision;
  const lines = linesOf(number);
  const older = { number: number - 1, lines: linesOf(number - 1) };
  return {
    number,
    sentOn: sentOn(revision, look),
    answered: answeredOf(revision, look),
    total: totalWords(lines, look),
    differences: isShown && number > 1 ? differencesView(older, lines, look) : null,
  };
}
