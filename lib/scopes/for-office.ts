import { and, eq, isNotNull } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { scopeComments } from "@/db/schema/scopes";
import { tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { typedAmount } from "./amount";
import { saidView } from "./for-client";
import { goneLines } from "./gone";
import { groupsOf, isBlank, numbersOf } from "./lines";
import { before, newestSent, type Revision, readAllLines, readRevisions } from "./revision";
import { answeredOf, differencesView, groupViews, type Look, sentOn, totalWords } from "./show";
import type { DraftView, RevisionView, SaidView, ScopeForOffice, ScopeLine } from "./views";

/** A scope as the office sees it: what it writes, what the client has, what was said, and every revision with what was new. */
export function readScopeForOffice(scope: StaffScope, id: string, now: Date): Promise<ScopeForOffice> {
  return inTenant(scope, async (tx) => {
    const [tenant] = await tx.select().from(tenants);
    if (!tenant) throw new Error("A member’s business is gone.");
    const look = { zone: tenant.timeZone, locale: tenant.locale, currency: tenant.currency, now };
    const revisions = await readRevisions(tx, id);
    const linesOf = await readAllLines(tx, id);
    const [newest] = revisions;
    const sent = newestSent(revisions) ?? null;
    const saidOf = await readTalk(tx, id, sent?.number ?? 1, look);
    return {
      draft: newest && !newest.sentAt ? draftView(newest, linesOf(newest.number), { look, saidOf }) : null,
      sent: sent && {
        number: sent.number,
        groups: groupViews(linesOf(sent.number), look, saidOf),
        gone: goneLines(linesOf(sent.number), before(revisions, sent).map(linesOf), { look, saidOf }),
        total: totalWords(linesOf(sent.number), look),
        answered: answeredOf(sent, look),
      },
      revisions: revisions.map((revision) => revisionView(revision, linesOf, look)),
    };
  });
}

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

function draftView({ number }: Revision, lines: ScopeLine[], { look, saidOf }: Saying): DraftView {
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
  look: Look,
): RevisionView {
  const { number } = revision;
  const lines = linesOf(number);
  const before = { number: number - 1, lines: linesOf(number - 1) };
  return {
    number,
    sentOn: sentOn(revision, look),
    answered: answeredOf(revision, look),
    total: totalWords(lines, look),
    differences: number > 1 ? differencesView(before, lines, look) : null,
  };
}
