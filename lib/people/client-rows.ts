import type { CountryCode } from "libphonenumber-js/max";
import { normaliseEmail, normalisePhone } from "@/lib/address";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { listOf } from "./client-addresses";
import type { FileRow } from "./client-file";
import type { ClientPeople } from "./clients";

/** One row of a file with its addresses as they would be kept, or what is wrong with it. */
export type ReadRow = { number: number; name: string; read: Outcome<ClientPeople> };

/** A file with its rows read, and which of them name an address: at all, and as the client's own. */
export type ReadFile = {
  rows: ReadRow[];
  naming: Map<string, number[]>;
  namingOwn: Map<string, number[]>;
};

/** Reads every row once; a number without its prefix is one of `country`. */
export function readRows(fileRows: FileRow[], country: CountryCode): ReadFile {
  const rows = fileRows.map((row) => ({
    number: row.number,
    name: row.name,
    read: readPeople(row, country),
  }));
  return { rows, naming: placesOf(rows, listOf), namingOwn: placesOf(rows, ownOf) };
}

/** Every address that these rows name. */
export const addressesIn = (rows: ReadRow[]): string[] =>
  rows.flatMap(({ read }) => (read.ok ? listOf(read.value) : []));

/** A client's own addresses, by which they are known again: a partner's address stands for nobody else. */
export const ownOf = ({ email, phone }: Pick<ClientPeople, "email" | "phone">): string[] =>
  [email, phone].filter((address) => address !== null);

function placesOf(rows: ReadRow[], addresses: (people: ClientPeople) => string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { number, read } of rows) {
    for (const address of read.ok ? addresses(read.value) : [])
      places.set(address, [...(places.get(address) ?? []), number]);
  }
  return places;
}

function readPeople(row: FileRow, country: CountryCode): Outcome<ClientPeople> {
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

const unfit = (sentence: string) => refuse("invalid", { sentence });
