import type { CountryCode } from "libphonenumber-js/max";
import { done, type Outcome, type Refusal, refuse } from "@/lib/outcome";
import { addressWords, fitTogether, listOf, takenBy } from "./client-addresses";
import { ownOf, type ReadFile, type ReadRow } from "./client-rows";
import type { ClientPeople } from "./clients";
import type { Contact } from "./contacts";

/** What becomes of one row of a file. A row with a problem is left out, and the others are imported without it. */
export type PlannedRow = { number: number; name: string } & (
  | { kind: "new"; people: ClientPeople }
  | { kind: "changes"; id: string; change: Partial<ClientPeople>; before: Contact }
  | { kind: "same" }
  | { kind: "problem"; sentence: string }
);

/** What a row is planned by: the whole file it stands in, who has its addresses now, and how numbers are written. */
type Around = { file: ReadFile; holders: Map<string, Contact>; country: CountryCode };

const peopleFields = ["name", "email", "phone", "partnerName", "partnerEmail", "partnerPhone"] as const;

/**
 * What an import would do with these rows of a file, where `known` are the clients who have any of their addresses. A
 * client is known again by their e-mail address, else by their phone; an empty cell leaves what is kept. Whichever rows are
 * imported, and in whichever order, the others stay what they are: so the same file does nothing twice.
 */
export function planRows(
  file: ReadFile,
  rows: ReadRow[],
  { known, country }: { known: Contact[]; country: CountryCode },
): PlannedRow[] {
  const holders = new Map(known.flatMap((client) => listOf(client).map((address) => [address, client])));
  return rows.map((row) => planRow(row, { file, holders, country }));
}

function planRow({ number, name, read }: ReadRow, around: Around): PlannedRow {
  const problem = ({ detail }: Refusal): PlannedRow => ({
    ...{ number, name, kind: "problem" },
    sentence: detail.sentence ?? "This row can’t be read.",
  });
  if (!read.ok) return problem(read);
  const alone = standsAlone(number, read.value, around);
  if (!alone.ok) return problem(alone);
  const before = alone.value;
  const people = before ? filledIn(before, read.value) : read.value;
  const fit = fitTogether(people);
  if (!fit.ok) return problem(fit);
  const holder = listOf(people).flatMap((address) => around.holders.get(address) ?? []);
  const other = holder.find(({ id }) => id !== before?.id);
  if (other) return problem(takenBy(people, other, around.country));
  if (!before) return { number, name, kind: "new", people };
  const kept = keepsWhatOthersName(number, { before, people }, around);
  if (!kept.ok) return problem(kept);
  const change = Object.fromEntries(
    peopleFields.filter((field) => people[field] !== before[field]).map((field) => [field, people[field]]),
  );
  if (Object.keys(change).length === 0) return { number, name: people.name, kind: "same" };
  return { number, name: people.name, kind: "changes", id: before.id, change, before };
}

/** The client whom a row speaks of, if any. Refuses a row that shares its client or an address with another one. */
function standsAlone(
  number: number,
  read: ClientPeople,
  { file, holders, country }: Around,
): Outcome<Contact | null> {
  const meant = ownOf(read).flatMap((address) => {
    const client = holders.get(address);
    return client && ownOf(client).includes(address) ? [client] : [];
  });
  for (const client of meant) {
    const rows = ownOf(client).flatMap((address) => file.namingOwn.get(address) ?? []);
    const twin = rows.find((row) => row !== number);
    if (twin) return unfit(`Row ${number} and row ${twin} are the same client: ${client.name}.`);
  }
  for (const address of listOf(read)) {
    const [first = number] = file.naming.get(address) ?? [];
    if (first < number)
      return unfit(`Row ${first} of this file has ${addressWords(address, country)} already.`);
  }
  const [client] = meant;
  if (!client) return done(null);
  const isByPhone = client.email !== null && read.email !== null && client.email !== read.email;
  if (isByPhone)
    return unfit(`${client.name} has this number already, with another email. Change it on their page.`);
  return done(client);
}

/** Refuses to take an address from a client while another row names it: that row would mean something else afterwards. */
function keepsWhatOthersName(
  number: number,
  { before, people }: { before: Contact; people: ClientPeople },
  { file, country }: Around,
): Outcome<null> {
  const stays = listOf(people);
  for (const address of listOf(before).filter((each) => !stays.includes(each))) {
    const other = file.naming.get(address)?.find((row) => row !== number);
    if (other === undefined) continue;
    const words = addressWords(address, country);
    return unfit(`This takes ${words} from ${before.name}, and row ${other} has it. Import them one by one.`);
  }
  return done(null);
}

function filledIn(before: Contact, read: ClientPeople): ClientPeople {
  return {
    name: read.name,
    email: read.email ?? before.email,
    phone: read.phone ?? before.phone,
    partnerName: read.partnerName ?? before.partnerName,
    partnerEmail: read.partnerEmail ?? before.partnerEmail,
    partnerPhone: read.partnerPhone ?? before.partnerPhone,
  };
}

const unfit = (sentence: string): Refusal => refuse("invalid", { sentence });
