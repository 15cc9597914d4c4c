import { and, asc, eq, getTableColumns, isNull, type SQL, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { orUndone } from "@/db/or-undone";
import { documentQuestions, documents } from "@/db/schema/documents";
import { contacts } from "@/db/schema/people";
import { members, tenants } from "@/db/schema/tenants";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { AtDocument, StaffScope } from "@/lib/auth/scope";
import { purposeOfDocument } from "@/lib/links/policy";
import { addressesOf } from "@/lib/links/send";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { sendFromOffice } from "@/lib/people/reach";
import { isUuid } from "@/lib/uuid";
import { tellAt } from "./tell-client";
import { tellOffice } from "./tell-office";
import { type Document, lockForClient, officeDid, tell, waitForOffice } from "./trunk";

/** A question about a document, what the office replied, and who did. */
export type Question = typeof documentQuestions.$inferSelect & { answeredBy: string | null };

/** The most questions of one document that may wait for a reply. */
const mostOpenQuestions = 10;

const ofDocument = (id: string) => eq(documentQuestions.documentId, id);
const isOpen = isNull(documentQuestions.answeredAt);

/**
 * Asks the shop about a document; it waits under the office’s “Needs you”, and the member who looks after it is told. The
 * same question once more while it waits is asked once. Refuses a document that is over, and an eleventh that waits.
 */
export async function askQuestion(
  scope: AtDocument<DocumentScope>,
  { words }: { words: string },
): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockForClient(tx, scope);
    if (!locked.ok) return locked;
    const { contactId, name: askedBy, address } = scope.actor;
    const document = locked.value;
    const waiting = await tx
      .select()
      .from(documentQuestions)
      .where(and(ofDocument(document.id), isOpen));
    if (waiting.some(({ asked, ...other }) => asked === words && other.askedBy === askedBy))
      return done(null);
    if (waiting.length >= mostOpenQuestions) return refuse("not-allowed-now", { sentence: enoughAsked });
    await tx
      .insert(documentQuestions)
      .values({ documentId: document.id, contactId, askedBy, address, asked: words });
    await waitForOffice(tx, document.id, "question");
    await tell(tx, scope, { kind: "document.asked", document, detail: { words } });
    await tellOffice(tx, scope, document, { did: "asks about", words });
    return done(null);
  });
}

const enoughAsked = "Ten questions wait for a reply already. Call, or wait until they are answered.";

/** What this client’s two people asked about a document, the oldest first. */
export function readOwnQuestions(scope: DocumentScope, documentId: string): Promise<Question[]> {
  const { contactId } = scope.actor;
  return inTenant(scope, (tx) =>
    readAll(tx, and(ofDocument(documentId), eq(documentQuestions.contactId, contactId))),
  );
}

/** What was asked about a document, by whomever it was sent to, the oldest first. */
export function readQuestions(scope: StaffScope, documentId: string): Promise<Question[]> {
  return inTenant(scope, (tx) => readAll(tx, ofDocument(documentId)));
}

const readAll = (tx: Tx, which: SQL | undefined): Promise<Question[]> =>
  tx
    .select({ ...getTableColumns(documentQuestions), answeredBy: members.name })
    .from(documentQuestions)
    .leftJoin(members, eq(members.id, documentQuestions.memberId))
    .where(which)
    .orderBy(asc(documentQuestions.askedAt), asc(documentQuestions.id));

/** An answer that was kept, and why no message of it could be sent; null where one is on its way. */
export type Answered = { documentId: string; unsent: string | null };

/**
 * Answers a question, once: it stands on the document’s page, and whoever asked is sent a link to it at the address that
 * they asked from; of a document that is over the answer itself, since no link opens it. The answer stands where that can’t
 * be sent. Refuses one that is not there, and one that has an answer.
 */
export async function answerQuestion(
  scope: StaffScope,
  { questionId, words }: { questionId: string; words: string },
): Promise<Outcome<Answered>> {
  if (!isUuid(questionId)) return refuse("not-found");
  return inTenant(scope, async (tx) => {
    const [document] = await tx
      .select()
      .from(documents)
      .where(sql`${documents.id} = (select document_id from document_questions q where q.id = ${questionId})`)
      .for("no key update");
    if (!document) return refuse("not-found");
    const [question] = await tx
      .update(documentQuestions)
      .set({ answer: words, memberId: scope.actor.memberId, answeredAt: sql`now()` })
      .where(and(eq(documentQuestions.id, questionId), isOpen))
      .returning();
    if (!question) return refuse("not-allowed-now", { sentence: answeredAlready });
    await officeDid(tx, document.id, "question");
    await tell(tx, scope, { kind: "document.answered", document, detail: { words } });
    return done({
      documentId: document.id,
      unsent: await sendAnswer(tx, scope, { document, question, words }),
    });
  });
}

const answeredAlready = "Somebody of your office has replied to this already. Reload to read what they said.";

type Answering = {
  document: Document;
  question: typeof documentQuestions.$inferSelect;
  words: string;
};

/** Why the answer could not be sent; null where it is on its way. */
async function sendAnswer(
  tx: Tx,
  scope: StaffScope,
  { document, question, words }: Answering,
): Promise<string | null> {
  const [contact] = await tx.select().from(contacts).where(eq(contacts.id, question.contactId));
  if (!contact) throw new Error("Whoever asked is gone.");
  if (document.closedAt) {
    const by = scope.actor.name;
    return tellAnswer(tx, document, { contact, address: question.address, words: `${by}: “${words}”` });
  }
  const sent = await orUndone(tx, (inner) =>
    sendFromOffice(
      inner,
      scope,
      { contact, address: question.address },
      {
        purpose: purposeOfDocument[document.kind],
        document,
        occasion: "answered",
        says: { words, by: scope.actor.name },
      },
    ),
  );
  if (sent.ok) return null;
  return sent.detail.sentence ?? unsentWords[sent.reason] ?? "No message could be sent.";
}

type Contact = typeof contacts.$inferSelect;

/** The answer itself, to who asked about what is over now. */
async function tellAnswer(
  tx: Tx,
  document: Document,
  { contact, address, words }: { contact: Contact; address: string; words: string },
): Promise<string | null> {
  const [tenant] = await tx.select().from(tenants);
  if (!tenant) throw new Error("A business that answers is gone.");
  if (!contact.active) return isInactive;
  if (!addressesOf(contact).includes(address)) return notTheirs;
  await tellAt(
    tx,
    document,
    { tenant, contact, address },
    { heading: `${tenant.name} answered your question`, words },
  );
  return null;
}

const isInactive = "They are not active, so no message was sent.";
const notTheirs = "The address that they asked from is not theirs any more, so no message was sent.";
const unsentWords: Partial<Record<string, string>> = {
  "contact-inactive": isInactive,
  "no-address": notTheirs,
};
