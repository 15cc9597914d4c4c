import type { CountryCode } from "libphonenumber-js/max";
import { normaliseEmail, normalisePhone } from "@/lib/address";
import { done, type Outcome, type Refusal, refuse } from "@/lib/outcome";
import { addressWords, fitTogether, listOf, takenBy } from "./client-addresses";
import type { FileRow } from "./client-file";
import type { ClientPeople } from "./clients";
import type { Contact } from "./contacts";

/** What becomes of one row of a file. A row with a problem is left out, and the others are imported without it. */
export type PlannedRow = { number: number; name: string } & (
  | { kind: "new"; people: ClientPeople }
  | { kind: "changes"; id: string; change: Partial<ClientPeople>; before: ClientPeople }
  | { kind: "same" }
  | { kind: "problem"; sentence: string }
);

/** Who has an address: a client who is known, the row of the file that speaks of one, or both. */
type Holder = { client: Contact | null; row: number | null };

export const peopleFields = [
  "name",
  "email",
  "phone",
  "partnerName",
  "partnerEmail",
  "partnerPhone",
] as const;

/**
 * What an import of these rows would do, where `known` are the clients who have any of their addresses. A client is known
 * again by their e-mail address, else by their phone; an empty cell leaves what is kept, so the same file does nothing twice.
 */
export function planRows(rows: FileRow[], known: Contact[], country: CountryCode | undefined): PlannedRow[] {
  const holders = new Map<string, Holder>(
    known.flatMap((client) => listOf(client).map((address) => [address, { client, row: null }] as const)),
  );
  return rows.map((row) => planRow(row, holders, country));
}

function planRow(row: FileRow, holders: Map<string, Holder>, country: CountryCode | undefined): PlannedRow {
  const { number } = row;
  const problem = ({ detail }: Refusal): PlannedRow => ({
    ...{ number, name: row.name, kind: "problem" },
    sentence: detail.sentence ?? "This row can’t be read.",
  });
  const read = readPeople(row, country);
  if (!read.ok) return problem(read);
  const before = matchOf(read.value, holders);
  const people = before ? filledIn(before, read.value) : read.value;
  const fit = fitTogether(people);
  if (!fit.ok) return problem(fit);
  const free = freeFor(people, before, holders);
  if (!free.ok) return problem(free);
  for (const address of listOf(people)) holders.set(address, { client: before, row: number });
  if (!before) return { number, name: people.name, kind: "new", people };
  const change = Object.fromEntries(
    peopleFields.filter((field) => people[field] !== before[field]).map((field) => [field, people[field]]),
  );
  if (Object.keys(change).length === 0) return { number, name: people.name, kind: "same" };
  return { number, name: people.name, kind: "changes", id: before.id, change, before };
}

/** The client whose own address it is: a partner’s address stands for nobody else. */
function matchOf({ email, phone }: ClientPeople, holders: Map<string, Holder>): Contact | null {
  const byEmail = email && holders.get(email)?.client;
  if (byEmail && byEmail.email === email) return byEmail;
  const byPhone = phone && holders.get(phone)?.client;
  return byPhone && byPhone.phone === phone ? byPhone : null;
}

function filledIn(before: Contact, read: ClientPeople): ClientPeople {
  const { name, email, phone, partnerName, partnerEmail, partnerPhone } = before;
  return {
    name: read.name || name,
    email: read.email ?? email,
    phone: read.phone ?? phone,
    partnerName: read.partnerName ?? partnerName,
    partnerEmail: read.partnerEmail ?? partnerEmail,
    partnerPhone: read.partnerPhone ?? partnerPhone,
  };
}

/** Refuses addresses that another client has, or another row of the same file. */
function freeFor(people: ClientPeople, own: Contact | null, holders: Map<string, Holder>): Outcome<null> {
  for (const address of listOf(people)) {
    const holder = holders.get(address);
    if (!holder) continue;
    if (holder.row !== null) {
      return unfit(`Row ${holder.row} of this file has ${addressWords(address)} already.`);
    }
    if (holder.client && holder.client.id !== own?.id) return takenBy(people, holder.client);
  }
  return done(null);
}

function readPeople(row: FileRow, country: CountryCode | undefined): Outcome<ClientPeople> {
  const { name, partnerName } = row;
  if (!name) return unfit("The name is missing.");
  if (name.length > 120 || partnerName.length > 120) return unfit("A name is longer than 120 characters.");
  const email = row.email ? normaliseEmail(row.email) : null;
  const partnerEmail = row.partnerEmail ? normaliseEmail(row.partnerEmail) : null;
  const phone = row.phone ? normalisePhone(row.phone, country) : null;
  const partnerPhone = row.partnerPhone ? normalisePhone(row.partnerPhone, country) : null;
  if (email === undefined) return unfit(`“${short(row.email)}” isn’t an email address.`);
  if (phone === undefined) return unfit(`“${short(row.phone)}” isn’t a phone number.`);
  if (partnerEmail === undefined) return unfit(`“${short(row.partnerEmail)}” isn’t an email address.`);
  if (partnerPhone === undefined) return unfit(`“${short(row.partnerPhone)}” isn’t a phone number.`);
  return done({ name, email, phone, partnerName: partnerName || null, partnerEmail, partnerPhone });
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const unfit = (sentence: string): Refusal => refuse("invalid", { sentence });

/** Every address that a file names, as it would be kept. */
export function addressesIn(rows: FileRow[], country: CountryCode | undefined): string[] {
  return rows.flatMap(({ email, phone, partnerEmail, partnerPhone }) =>
    [
      ...[email, partnerEmail].map(normaliseEmail),
      ...[phone, partnerPhone].map((typed) => typed && normalisePhone(typed, country)),
    ].flatMap((address) => address || []),
  );
}
