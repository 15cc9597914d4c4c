import { inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import type { Person } from "@/lib/auth/scope";
import { signedBy } from "@/lib/links/person";
import type { Signee } from "./contract";

type Contact = typeof contacts.$inferSelect;

/** A person of a client, as far as signing goes: where their link goes, e-mail before phone. */
export type ContactPerson = {
  contactId: string;
  person: Person;
  name: string;
  addresses: string[];
  active: boolean;
  contact: Contact;
};

/** The people whom a client is: the primary, and the partner where there is one to be reached. */
export function peopleIn(contact: Contact): ContactPerson[] {
  const { id: contactId, active, name, partnerName } = contact;
  const primary = [contact.email, contact.phone].filter((address) => address !== null);
  const partner = [contact.partnerEmail, contact.partnerPhone].filter((address) => address !== null);
  const shared = { contactId, active, contact };
  return [
    { ...shared, person: "primary", name, addresses: primary },
    ...(partnerName && partner.length > 0
      ? [{ ...shared, person: "partner" as const, name: partnerName, addresses: partner }]
      : []),
  ];
}

export const personKey = ({ contactId, person }: { contactId: string | null; person: Person | null }) =>
  `${contactId}:${person}`;

/** Which place among those who sign a contract is the reader's own; none where it was another partner's, whom they came after. */
export async function ownPlaces(
  tx: Tx,
  { contactId, person }: Pick<ContactPerson, "contactId" | "person">,
): Promise<(signee: Pick<Signee, "documentId" | "contactId" | "person">) => boolean> {
  const rows = await tx.execute<{ id: string }>(sql`select unnest(${signedBy({ contactId, person })}) as id`);
  const theirs = new Set(rows.map(({ id }) => id));
  return (signee) =>
    theirs.has(signee.documentId) && signee.contactId === contactId && signee.person === person;
}

/** The people of these clients as they are now, by whom they are. */
export async function peopleOf(
  tx: Tx,
  whose: Pick<Signee, "contactId">[],
): Promise<Map<string, ContactPerson>> {
  const ids = [...new Set(whose.flatMap(({ contactId }) => contactId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx.select().from(contacts).where(inArray(contacts.id, ids));
  return new Map(rows.flatMap(peopleIn).map((person) => [personKey(person), person]));
}

/** Why no link can be sent to somebody who signs, and what to do about it; null where one can. */
export function whyUnreached({ name }: Pick<Signee, "name">, person: ContactPerson | undefined) {
  if (!person?.addresses[0])
    return "No address, so no link can be sent. Add one to the client, then send it from here.";
  if (!person.active)
    return "Not active, so no link can be sent. Make the client active again, then send it from here.";
  if (person.name === name) return null;
  return `Called ${person.name} now, so no link can be sent. Choose “Change the text” first.`;
}

/** Those who are sent something at once, by their addresses: two sendings take the same ones in one order, and wait. */
export function byAddress<S extends Pick<Signee, "contactId" | "person">>(
  signees: S[],
  people: Map<string, ContactPerson>,
): S[] {
  const addressOf = (signee: S) => people.get(personKey(signee))?.addresses[0] ?? "";
  return signees.toSorted((a, b) => (addressOf(a) < addressOf(b) ? -1 : 1));
}
