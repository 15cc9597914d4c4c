import { and, eq, isNotNull, max, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contractSignees, contracts } from "@/db/schema/contracts";
import { links } from "@/db/schema/links";
import { contacts } from "@/db/schema/people";
import type { Person } from "@/lib/auth/scope";
import type { Contact } from "@/lib/people/contacts";
import { isAnyOf } from "./outcomes";
import type { Pause } from "./pauses";
import { type Candidate, isStopped, type Reminded } from "./stops";

/** Somebody who is to be reminded of a document, where they were last sent it, and when that was. */
export type Addressee = { contact: Contact; address: string; sentAt: Date };

/**
 * Whom to remind of each of these documents: everybody who was sent it and still has something to do, once each, at the
 * address of theirs that it went to last. An address that is theirs no more is left out.
 */
export async function readAddressees(
  tx: Tx,
  found: { document: Reminded; contact: Contact }[],
  pauses: Map<string, Pause>,
): Promise<Map<string, Addressee[]>> {
  if (found.length === 0) return new Map();
  const ids = found.map(({ document }) => document.id);
  const lastSent = await readLastSent(tx, ids);
  const signing = await readSigning(tx, ids);
  return new Map(
    found.map(({ document, contact }) => {
      const candidates =
        document.kind === "contract"
          ? (signing.get(document.id) ?? []).map((line) => ({ ...line, document }))
          : bothOf(document, contact);
      const all = candidates
        .filter((candidate) => !isStopped({ ...candidate, pause: pauses.get(document.id) }))
        .flatMap(({ person, contact: whose }) => lastOf(document, whose, { person, lastSent }) ?? []);
      return [document.id, all];
    }),
  );
}

type Named = Candidate & { person: Person };

const bothOf = (document: Reminded, contact: Contact): Named[] =>
  (["primary", "partner"] as const).map((person) => ({
    ...{ document, contact, person },
    signee: null,
    isBeforeTheirTurn: false,
  }));

type LastSent = Map<string, Date>;

/** The address of that person to which the document went last; undefined where they were not sent it. */
function lastOf(
  document: Reminded,
  contact: Contact,
  { person, lastSent }: { person: Person; lastSent: LastSent },
): Addressee | undefined {
  const { email, phone, partnerEmail, partnerPhone } = contact;
  const theirs = person === "partner" ? [partnerEmail, partnerPhone] : [email, phone];
  const [last] = document.addressedTo
    .filter((address) => theirs.includes(address))
    .map((address) => ({
      ...{ contact, address },
      sentAt: lastSent.get(`${document.id} ${address}`) ?? document.sentAt ?? new Date(0),
    }))
    .sort((one, other) => other.sentAt.getTime() - one.sentAt.getTime());
  return last;
}

/** When a message with a link to each document last went to each address. */
async function readLastSent(tx: Tx, ids: string[]): Promise<LastSent> {
  const rows = await tx
    .select({ id: links.documentId, address: links.address, at: max(links.issuedAt) })
    .from(links)
    .where(and(isAnyOf(links.documentId, ids), ne(links.channel, "copy")))
    .groupBy(links.documentId, links.address);
  return new Map(rows.flatMap(({ id, address, at }) => (at ? [[`${id} ${address}`, at] as const] : [])));
}

/** The people of clients who sign each contract; nobody while the office changes its text. */
async function readSigning(tx: Tx, ids: string[]): Promise<Map<string, Omit<Named, "document">[]>> {
  const lines = await tx
    .select({ signee: contractSignees, contact: contacts, order: contracts.order })
    .from(contractSignees)
    .innerJoin(contracts, eq(contracts.documentId, contractSignees.documentId))
    .innerJoin(contacts, eq(contacts.id, contractSignees.contactId))
    .where(and(isAnyOf(contractSignees.documentId, ids), isNotNull(contracts.sealedAt)));
  const linesOf = new Map<string, typeof lines>();
  for (const line of lines) {
    const { documentId } = line.signee;
    linesOf.set(documentId, [...(linesOf.get(documentId) ?? []), line]);
  }
  return new Map(
    ids.map((id) => {
      const all = linesOf.get(id) ?? [];
      const turn = Math.min(...all.flatMap(({ signee }) => (signee.confirmedAt ? [] : signee.place)));
      const named = all.map(({ signee, contact, order }) => ({
        ...{ signee, contact },
        person: signee.person ?? "primary",
        isBeforeTheirTurn: order === "set" && signee.place > turn,
      }));
      return [id, named];
    }),
  );
}
