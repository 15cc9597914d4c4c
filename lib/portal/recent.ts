import { and, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { events } from "@/db/schema/events";
import { mayBeSeenBy } from "@/lib/auth/may-see";
import type { ClientScope } from "@/lib/auth/scope";
import type { HappeningKind } from "@/lib/events/record";
import { signedBy } from "@/lib/links/person";
import type { DocumentEnd, DocumentKind } from "@/lib/links/policy";
import type { ClientReader } from "./reader";
import { shortName } from "./task";
import { namedInSentence, withSmallFirst } from "./title-words";
import type { RecentView } from "./views";

/** A happening of a document that its client may hear of. */
export type ClientHappening = Pick<
  typeof events.$inferSelect,
  "id" | "kind" | "at" | "actor" | "actorName" | "detail" | "documentId"
> & { documentKind: DocumentKind; title: string };

/** A happening in a client’s words, and whether it is something written or something done. */
export type Recent = Omit<RecentView, "when"> & { at: Date };

type Told = { look: Recent["look"]; words: (who: string, the: string, happening: ClientHappening) => string };

const ends: Partial<Record<DocumentEnd, string>> = {
  paid: "is paid",
  closed: "is settled",
  past: "is over",
};

/** What a client hears of. Whatever is not here is the office’s own: none of it reaches a client. */
const told: Partial<Record<HappeningKind, Told>> = {
  "contract.confirmed": { look: "written", words: (who, the) => `${who} signed ${the}` },
  "contract.countersigned": { look: "written", words: (who, the) => `${who} signed ${the}` },
  "contract.declined": { look: "said", words: (who, the) => `${who} declined to sign ${the}` },
  "contract.reopened": { look: "said", words: (who, the) => `${who} took ${the} back to change it` },
  "scope.approved": { look: "done", words: (who, the) => `${who} approved ${the}` },
  "scope.changes-requested": { look: "said", words: (who, the) => `${who} asked for changes to ${the}` },
  "selections.chosen": {
    look: "done",
    words: (who, _, { detail }) => `${who} chose ${withSmallFirst(String(detail.item), [])}`,
  },
  "selections.handed-in": { look: "done", words: (who, the) => `${who} sent ${the}` },
  "selections.approved": { look: "done", words: (who, the) => `${who} approved ${the}` },
  "selections.returned": { look: "said", words: (who, the) => `${who} gave ${the} back` },
  "appointment.confirmed": { look: "done", words: (who, the) => `${who} confirmed ${the}` },
  "appointment.moved": { look: "done", words: (who, the) => `${who} moved ${the}` },
  "appointment.cancelled": { look: "said", words: (who, the) => `${who} cancelled ${the}` },
  "payment.received": {
    look: "done",
    words: (who, the, { actor }) =>
      actor === "contact" ? `${who} made a payment for ${the}` : `${who} received a payment for ${the}`,
  },
  "payment.pending": { look: "said", words: (_, the) => `A payment for ${the} is on its way` },
  "payment.failed": { look: "said", words: (_, the) => `A payment for ${the} didn’t go through` },
  "payment.reversed": { look: "said", words: (_, the) => `A payment for ${the} was taken back` },
  "refund.sent": { look: "said", words: (who, the) => `${who} gave money back for ${the}` },
  "invoice.disputed": { look: "said", words: (who, the) => `${who} disagreed with ${the}` },
  "invoice.dispute-settled": { look: "said", words: (who, the) => `${who} replied about ${the}` },
  "document.asked": { look: "said", words: (who, the) => `${who} asked about ${the}` },
  "document.answered": { look: "said", words: (who, the) => `${who} replied about ${the}` },
  "document.closed": {
    look: "said",
    words(who, the, { detail }) {
      const end = ends[detail.closedAs as DocumentEnd];
      return end ? `${the.charAt(0).toUpperCase()}${the.slice(1)} ${end}` : `${who} took ${the} back`;
    },
  },
};

const kindsTold = Object.keys(told) as HappeningKind[];

/** How many happenings are looked through for the ones that are shown. */
const mostRead = 40;

/** Of another client’s contract that somebody signs: what became of it, and nothing that its own client asked or was told. */
const kindsToldToSignees = kindsTold.filter(
  (kind) => kind.startsWith("contract.") || kind === "document.closed",
);

type Recently = { which: SQL | undefined; most: number };

/**
 * The newest of what happened to this client’s documents, and to those of others that they sign; each kind of it once a
 * document, thing and person.
 */
export async function readRecent(
  tx: Tx,
  scope: ClientScope,
  { which, most }: Recently,
): Promise<ClientHappening[]> {
  const { contactId } = scope.actor;
  const own = and(eq(events.contactId, contactId), inArray(events.kind, kindsTold));
  const signed = and(
    sql`${events.documentId} = any(${signedBy(scope.actor)})`,
    ne(documents.contactId, contactId),
    inArray(events.kind, kindsToldToSignees),
  );
  // Each by an index of its own: as one condition they would be a search through all that ever happened.
  const found = await Promise.all([own, signed].map((whose) => happenings(tx, scope, and(whose, which))));
  const seen = new Set<string>();
  const isNews = (row: ClientHappening) => {
    const key = [row.kind, row.documentId, row.actor, row.actorName, row.detail.item].join(" ");
    return !seen.has(key) && seen.add(key);
  };
  const news = found
    .flat()
    .sort((one, other) => other.id - one.id)
    .filter(isNews)
    .slice(0, most);
  return news.toSorted((one, other) => other.at.getTime() - one.at.getTime());
}

function happenings(tx: Tx, scope: ClientScope, which: SQL | undefined): Promise<ClientHappening[]> {
  const { id, kind, at, actor, actorName, detail, documentId } = events;
  const { kind: documentKind, title } = documents;
  return tx
    .select({ id, kind, at, actor, actorName, detail, documentId, documentKind, title })
    .from(events)
    .innerJoin(documents, eq(documents.id, events.documentId))
    .where(
      and(
        // A note or a photo beside an item is told under the same name as a choice, and is none.
        sql`(${events.kind} <> 'selections.chosen' or ${events.detail} ? 'choice')`,
        // The cancelling itself is told already.
        sql`(${events.kind} <> 'document.closed' or ${events.detail} ->> 'closedAs' is distinct from 'cancelled')`,
        mayBeSeenBy(scope),
        which,
      ),
    )
    .orderBy(desc(events.id))
    .limit(mostRead);
}

/** A happening in the words of one of its client’s two people; the shop speaks as one. */
export function recentWords(happening: ClientHappening, reader: ClientReader): Recent {
  const { id, kind, at, actor, actorName, documentKind, title } = happening;
  const { the, unsaid } = namedInSentence(documentKind, title, reader.names);
  const { look, words } = told[kind] ?? { look: "said", words: () => "" };
  const who = actor === "contact" ? whoOf(actorName, reader.you) : reader.shop;
  return { id, at, look, words: words(who, unsaid ? `${the} “${unsaid}”` : the, happening) };
}

const whoOf = (name: string, you: string) => (name === you ? "You" : shortName(name, you));
