import { and, eq, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { phoneWords } from "@/lib/address";
import { done, type Outcome, type Refusal, refuse } from "@/lib/outcome";
import type { Contact } from "./contacts";

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
  return held ? takenBy(client, held) : done(null);
}

/** Whoever adds or changes an address of a client of this business waits here for the one before. */
export async function lockAddresses(tx: Tx): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('client-addresses ' || current_tenant(), 0))`,
  );
}

/** The clients of this business who have any of these addresses, as their own or as their partner's. */
export async function clientsAt(tx: Tx, addresses: string[]): Promise<Contact[]> {
  if (addresses.length === 0) return [];
  const wanted = sql`select jsonb_array_elements_text(${JSON.stringify(addresses)}::text::jsonb)`;
  return tx
    .select()
    .from(contacts)
    .where(
      and(
        eq(contacts.kind, "client"),
        or(...addressFields.map((field) => sql`${contacts[field]} in (${wanted})`)),
      ),
    );
}

export const listOf = (client: Addresses): string[] => addressFields.flatMap((field) => client[field] ?? []);

/** Refuses at the field whose address somebody else has. */
export function takenBy(client: Addresses, other: Named): Refusal {
  const theirs = listOf(other);
  const field = addressFields.find((each) => theirs.includes(client[each] ?? "")) ?? "email";
  const address = client[field] ?? "";
  const isPartners = [other.partnerEmail, other.partnerPhone].includes(address);
  const person =
    isPartners && other.partnerName ? `${other.partnerName}, ${other.name}’s partner` : other.name;
  return misfit(
    field,
    `${addressWords(address)} is the address of ${person}. It can belong to one client only.`,
  );
}

/** The addresses that one person had and that are not the same person's any more. */
export function goneFrom(before: Addresses, after: Addresses): string[] {
  const [own, partners] = peopleOf(after);
  return peopleOf(before).flatMap((had, person) =>
    had.filter((address) => !(person === 0 ? own : partners)?.includes(address)),
  );
}

const peopleOf = ({ email, phone, partnerEmail, partnerPhone }: Addresses): string[][] =>
  [
    [email, phone],
    [partnerEmail, partnerPhone],
  ].map((person) => person.filter((address) => address !== null));

/** An address as people write it. */
export const addressWords = (address: string): string =>
  address.includes("@") ? address : (phoneWords(address) ?? address);

const misfit = (field: keyof Named, sentence: string): Refusal => refuse("invalid", { field, sentence });
