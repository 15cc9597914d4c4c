import { and, eq, or, sql } from "drizzle-orm";
import type { CountryCode } from "libphonenumber-js/max";
import type { Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { phoneWords } from "@/lib/address";
import { done, type Outcome, type Refusal, refuse } from "@/lib/outcome";
import type { Contact } from "./contacts";
import { homeCountry } from "./phone";

/** Where a client and their partner are reached; each person may have an e-mail address, a phone, or both. */
export type Addresses = Pick<Contact, "email" | "phone" | "partnerEmail" | "partnerPhone">;

type Named = Addresses & Pick<Contact, "name" | "partnerName">;

export const addressFields = ["email", "phone", "partnerEmail", "partnerPhone"] as const;

/** Refuses a client who could not be reached, a partner without a name, and two people who share an address. */
export function fitTogether(client: Named): Outcome<null> {
  const { email, phone, partnerName, partnerEmail, partnerPhone } = client;
  if (!email && !phone) {
    return misfit("email", "Add an email address or a mobile number, so that a link can reach them.");
  }
  if ((partnerEmail || partnerPhone) && !partnerName) {
    return misfit("partnerName", "Write the partner’s name: they sign in as themselves.");
  }
  const shared =
    (partnerEmail && partnerEmail === email && ("partnerEmail" as const)) ||
    (partnerPhone && partnerPhone === phone && ("partnerPhone" as const));
  if (!shared) return done(null);
  return misfit(shared, "Both people have the same address here. Each needs one of their own, or none.");
}

/**
 * Takes a client's addresses in the caller's transaction, so that of two who save one address at once only the first
 * gets it. Refuses an address that is another client's, or their partner's, of this business, and says whose.
 */
export async function claimAddresses(tx: Tx, id: string | null, client: Named): Promise<Outcome<null>> {
  const fit = fitTogether(client);
  if (!fit.ok) return fit;
  await lockAddresses(tx);
  const held = (await clientsAt(tx, listOf(client))).find((other) => other.id !== id);
  return held ? takenBy(client, held, await homeCountry(tx)) : done(null);
}

/** Whoever adds or changes an address of a client of this business waits here for the one before. */
export async function lockAddresses(tx: Tx): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('client-addresses ' || current_tenant(), 0))`,
  );
}

/**
 * The clients of this business who have any of these addresses, as their own or as their partner's: looked up by the index
 * of each field, however many clients there are.
 */
export async function clientsAt(tx: Tx, addresses: string[]): Promise<Contact[]> {
  if (addresses.length === 0) return [];
  const wanted = sql`array(select jsonb_array_elements_text(${JSON.stringify(addresses)}::text::jsonb))`;
  return tx
    .select()
    .from(contacts)
    .where(
      and(
        eq(contacts.kind, "client"),
        or(...addressFields.map((field) => sql`${contacts[field]} = any(${wanted})`)),
      ),
    );
}

export const listOf = (client: Addresses): string[] => addressFields.flatMap((field) => client[field] ?? []);

/** Refuses at the field whose address somebody else has. */
export function takenBy(client: Addresses, other: Named, country: CountryCode): Refusal {
  const theirs = listOf(other);
  const field = addressFields.find((each) => theirs.includes(client[each] ?? "")) ?? "email";
  const address = client[field] ?? "";
  const isPartners = [other.partnerEmail, other.partnerPhone].includes(address);
  const person =
    isPartners && other.partnerName ? `${other.partnerName}, ${other.name}’s partner` : other.name;
  return misfit(
    field,
    `${addressWords(address, country)} is the address of ${person}. It can belong to one client only.`,
  );
}

/** One of the two people of a client, with where they are reached: by e-mail first. */
export type Person = { isPartner: boolean; name: string; addresses: string[] };

/** The client, and the partner where there is one. */
export function peopleOf(client: Named): [Person, ...Person[]] {
  const { name, email, phone, partnerName, partnerEmail, partnerPhone } = client;
  const own = { isPartner: false, name, addresses: [email, phone].filter((address) => address !== null) };
  const partners = [partnerEmail, partnerPhone].filter((address) => address !== null);
  if (!partnerName && partners.length === 0) return [own];
  return [own, { isPartner: true, name: partnerName ?? `${name}’s partner`, addresses: partners }];
}

/** The addresses that one person had and that are not the same person's any more. */
export function goneFrom(before: Named, after: Named): string[] {
  const now = peopleOf(after);
  return peopleOf(before).flatMap(({ isPartner, addresses }) => {
    const theirs = now.find((person) => person.isPartner === isPartner)?.addresses ?? [];
    return addresses.filter((address) => !theirs.includes(address));
  });
}

/** An address as people write it; a phone number as those who dial in `country` do. */
export const addressWords = (address: string, country?: CountryCode): string =>
  address.includes("@") ? address : (phoneWords(address, country) ?? address);

const misfit = (field: keyof Named, sentence: string): Refusal => refuse("invalid", { field, sentence });
