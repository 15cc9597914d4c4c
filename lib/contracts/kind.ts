import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contractSignees } from "@/db/schema/contracts";
import { contacts } from "@/db/schema/people";
import type { Document, Kind } from "@/lib/documents/trunk";
import { refuse } from "@/lib/outcome";
import { setContract, standingOf } from "./contract";
import { hasField } from "./fields";
import { peopleIn, personKey } from "./people";
import { readyToSend } from "./ready";
import { stateOf } from "./turns";

export const contractKind: Kind = {
  begin: async (tx, document) => {
    await setContract(tx, document, { order: "any" });
    const signees = (await peopleFor(tx, document)).map(({ contactId, person, name }) => ({
      ...{ contactId, person, name },
      documentId: document.id,
      place: person === "primary" ? 1 : 2,
    }));
    if (signees.length > 0) await tx.insert(contractSignees).values(signees);
  },
  ready: async (tx, scope, document, address) => {
    const ready = await readyToSend(tx, scope, document);
    const problem = ready.ok ? await whyNotTo(tx, document, address) : undefined;
    return problem ? refuse("not-allowed-now", { sentence: problem }) : ready;
  },
  notDueOn: async (tx, { id, body }) => {
    const { contract } = await standingOf(tx, id);
    return contract.sealedText && hasField(body, "contract.due") ? isSealedDay : null;
  },
  copy: copyContract,
};

const isSealedDay =
  "The text that was sent names this day, and it stays as it was sent. Choose “Change the text” first, or write a new contract.";

async function peopleFor(tx: Tx, { contactId }: Document) {
  const [client] = await tx.select().from(contacts).where(eq(contacts.id, contactId));
  return client ? peopleIn(client) : [];
}

/** Why a link to sign is not for whoever has this address; undefined where it is. A complete contract may be read by all. */
async function whyNotTo(tx: Tx, document: Document, address: string): Promise<string | undefined> {
  const person = (await peopleFor(tx, document)).find(({ addresses }) => addresses.includes(address));
  const { contract, signees } = await standingOf(tx, document.id);
  if (!person || contract.completedAt) return undefined;
  const signee = signees.find((each) => personKey(each) === personKey(person));
  if (!signee) return `${person.name} doesn’t sign this contract, so there is nothing to send.`;
  if (stateOf(signee, signees, contract.order) !== "waiting") return undefined;
  return `Others sign before ${person.name}, who gets a link as soon as they have.`;
}

/** The draft’s order and who signs it. Of another client its own people take the places of the first one’s. */
async function copyContract(tx: Tx, from: Document, to: Document): Promise<void> {
  const { contract, signees } = await standingOf(tx, from.id);
  await setContract(tx, to, { order: contract.order });
  const theirs = await peopleFor(tx, to);
  const copied = signees.flatMap(({ contactId, person, name, role, place }) => {
    if (contactId === null) return [];
    const own = contactId === from.contactId;
    const taken = own ? theirs.find((each) => each.person === person) : { contactId, name };
    return taken
      ? [{ documentId: to.id, contactId: taken.contactId, person, name: taken.name, role, place }]
      : [];
  });
  const ofClients = and(eq(contractSignees.documentId, to.id), isNull(contractSignees.memberId));
  await tx.delete(contractSignees).where(ofClients);
  if (copied.length > 0) await tx.insert(contractSignees).values(copied).onConflictDoNothing();
}
