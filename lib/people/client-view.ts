import type { StaffScope } from "@/lib/auth/scope";
import { listSessions } from "@/lib/auth/session-list";
import { recently } from "@/lib/dates";
import { done, type Outcome } from "@/lib/outcome";
import { readOffice } from "@/lib/tenants/settings";
import { addressWords } from "./client-addresses";
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

/** A client as the office sees them, with how far each invitation has come. */
export type ClientView = { client: Contact; people: PersonView[]; when: (at: Date) => string };

export async function readClientView(scope: StaffScope, id: string, now: Date): Promise<Outcome<ClientView>> {
  const found = await readClient(scope, id);
  if (!found.ok) return found;
  const client = found.value;
  const [{ tenant }, invitations] = await Promise.all([
    readOffice(scope),
    readInvitations(scope, client.id, now),
  ]);
  const when = (at: Date) => recently(at, tenant.timeZone, now);
  return done({ client, when, people: peopleOf(client, invitations, when) });
}

/** The client and, where there is one, the partner, with how far the newest link to each address has come. */
export function peopleOf(client: Contact, sent: Progress[], when: (at: Date) => string): PersonView[] {
  const viewOf = (address: string): AddressView => {
    const progress = sent.find((each) => each.address === address);
    return {
      address,
      words: addressWords(address),
      channel: address.includes("@") ? "email" : "sms",
      progress: progress ? { state: progress.state, when: when(progress.at), reason: progress.reason } : null,
    };
  };
  const person = (name: string, isPartner: boolean, addresses: (string | null)[]) => ({
    name,
    isPartner,
    addresses: addresses.filter((address) => address !== null).map(viewOf),
  });
  const own = person(client.name, false, [client.email, client.phone]);
  if (!client.partnerName) return [own];
  return [own, person(client.partnerName, true, [client.partnerEmail, client.partnerPhone])];
}

/** Where a client and their partner are signed in. */
export async function clientSessions(scope: StaffScope, { client, when }: ClientView) {
  const sessions = await listSessions(scope, client.id);
  return sessions.map(({ id, person, device, lastSeenAt }) => ({
    ...{ id, person, device },
    lastSeen: when(lastSeenAt),
  }));
}
