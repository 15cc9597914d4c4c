import type { CountryCode } from "libphonenumber-js/max";
import { homeOf } from "@/lib/address";
import type { StaffScope } from "@/lib/auth/scope";
import { listSessions } from "@/lib/auth/session-list";
import { recently } from "@/lib/dates";
import { done, type Outcome } from "@/lib/outcome";
import { readOffice } from "@/lib/tenants/settings";
import { addressWords, peopleOf } from "./client-addresses";
import { readClient } from "./clients";
import type { Contact } from "./contacts";
import type { Progress } from "./link-progress";
import { readInvitations } from "./portal-access";

/** How far a link has come, with its time in the words of the business's own zone. */
export type ProgressWords = { state: Progress["state"]; when: string; reason: string | null };

/** One of the addresses of a client or their partner, and how far what was sent there has come. */
export type AddressView = {
  address: string;
  words: string;
  channel: "email" | "sms";
  progress: ProgressWords | null;
};

export type PersonView = { isPartner: boolean; name: string; addresses: AddressView[] };

/** How the office reads times, days and numbers. */
type Reader = { when: (at: Date) => string; country: CountryCode };

/** A client as the office sees them, with how far each invitation has come. */
export type ClientView = Reader & {
  client: Contact;
  people: PersonView[];
  /** When it is read, where, and in whose words. */
  moment: { now: Date; zone: string; locale: string };
};

export async function readClientView(scope: StaffScope, id: string, now: Date): Promise<Outcome<ClientView>> {
  const found = await readClient(scope, id);
  if (!found.ok) return found;
  const client = found.value;
  const [{ tenant }, invitations] = await Promise.all([
    readOffice(scope),
    readInvitations(scope, client.id, now),
  ]);
  const when = (at: Date) => recently(at, tenant.timeZone, now, tenant.locale);
  const reader = { when, country: homeOf(tenant.locale) };
  const moment = { now, zone: tenant.timeZone, locale: tenant.locale };
  return done({ ...reader, client, people: personViews(client, invitations, reader), moment });
}

/** The client and, where there is one, the partner, with how far the newest link to each address has come. */
export function personViews(client: Contact, sent: Progress[], { when, country }: Reader): PersonView[] {
  const viewOf = (address: string): AddressView => {
    const progress = sent.find((each) => each.address === address);
    return {
      address,
      words: addressWords(address, country),
      channel: address.includes("@") ? "email" : "sms",
      progress: progress ? { state: progress.state, when: when(progress.at), reason: progress.reason } : null,
    };
  };
  return peopleOf(client).map((person) => ({ ...person, addresses: person.addresses.map(viewOf) }));
}

/** Where a client and their partner are signed in. */
export async function clientSessions(scope: StaffScope, { client, when }: ClientView) {
  const sessions = await listSessions(scope, client.id);
  return sessions.map(({ id, person, device, lastSeenAt }) => ({
    ...{ id, person, device },
    lastSeen: when(lastSeenAt),
  }));
}
