import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { contacts } from "@/db/schema/people";
import type { tenants } from "@/db/schema/tenants";
import { phoneWords } from "@/lib/address";
import type { Occasion, Says } from "@/lib/delivery/messages/facts";
import { type MessageKind, queueMessage } from "@/lib/delivery/queue-message";
import type { Doer } from "@/lib/events/record";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { countedAs, secondsUntilNext } from "./count";
import { type Issued, issueLink } from "./link";
import { type DocumentKind, type Purpose, policy } from "./policy";

type Contact = typeof contacts.$inferSelect;
type Tenant = typeof tenants.$inferSelect;

/** Which client, by which way, under which of the addresses that are theirs or their partner's. */
export type Recipient = { tenant: Tenant; contact: Contact; channel: "email" | "sms"; address: string };

/** The browser that asked, and when: what opens the link there in one tap, and what the message says of it. */
export type Asker = { askedBy: Buffer; askedFrom: string; at: Date };

export type { Occasion, Says };

export type Sending = {
  purpose: Purpose;
  document?: { id: string; kind: DocumentKind; title: string } | null;
  /** Missing for the first time that it is sent, and for what is no document. */
  occasion?: Occasion;
  says?: Says | undefined;
  /** A file that goes with the letter. */
  fileId?: string | null;
  /** Missing for what the office sends of its own accord. */
  asker?: Asker;
  /** The other businesses that know the address, which share the message and its token. */
  alsoTo?: Recipient[];
  by: Doer;
};

/**
 * Issues a link to a client and queues its message, in the transaction of whoever sends it. What was asked for was counted
 * when it was asked; what the office sends is counted here. Refuses with "contact-inactive", "no-address" where the address
 * is not this client's, and "too-many-requests" with the seconds to wait.
 */
export async function sendLink(tx: Tx, read: Recipient, sending: Sending): Promise<Outcome<Issued>> {
  const to = await asItIsNow(tx, read);
  const { contact, tenant, address, channel } = to;
  const { purpose, asker, document, alsoTo = [] } = sending;
  if (!contact.active || (policy[purpose].needs === "active-with-portal" && !contact.portalAccess))
    return refuse("contact-inactive");
  if (!addressesOf(contact).includes(address)) return refuse("no-address");
  if (!asker) {
    const wait = await secondsUntilNext(tx, countedAs(purpose, address, tenant.id));
    if (wait > 0) return refuse("too-many-requests", { retryAfterSeconds: wait });
  }
  const lead = await issueLink(tx, issueOf(to, sending));
  for (const other of alsoTo)
    await issueLink(tx, { ...issueOf(await asItIsNow(tx, other), sending), sentWith: lead.id });
  if (document) await addressTo(tx, document.id, address);
  await queueMessage(tx, {
    tenantId: tenant.id,
    kind: messageKindOf(purpose),
    channel,
    address,
    contactId: contact.id,
    linkId: lead.id,
    fileId: sending.fileId ?? null,
    detail: factsOf(to, sending),
  });
  return done(lead);
}

/**
 * The recipient with the contact as it is now, locked until the link is stored: who changes an address at this moment
 * either is seen, or finds the link and retires it.
 */
async function asItIsNow(tx: Tx, to: Recipient): Promise<Recipient> {
  const [contact] = await tx.select().from(contacts).where(eq(contacts.id, to.contact.id)).for("share");
  return contact ? { ...to, contact } : to;
}

/** The addresses of a client and of their partner. */
export const addressesOf = (contact: Pick<Contact, "email" | "phone" | "partnerEmail" | "partnerPhone">) =>
  [contact.email, contact.phone, contact.partnerEmail, contact.partnerPhone].filter(
    (address) => address !== null,
  );

/** The name of whoever has that address: the partner's, where it is the partner's. */
export const nameAt = (contact: Contact, address: string): string =>
  address === contact.partnerEmail || address === contact.partnerPhone
    ? (contact.partnerName ?? contact.name)
    : contact.name;

const issueOf = ({ tenant, contact, channel, address }: Recipient, sending: Sending) => ({
  purpose: sending.purpose,
  holder: { tenantId: tenant.id, contactId: contact.id, memberId: null, channel, address },
  documentId: sending.document?.id ?? null,
  askedBy: sending.asker?.askedBy ?? null,
  askedFrom: sending.asker?.askedFrom ?? null,
  ...(sending.asker && { at: sending.asker.at }),
  by: sending.by,
  settings: tenant,
});

function messageKindOf(purpose: Purpose): MessageKind {
  return purpose === "portal-login" || purpose === "portal-invitation" ? purpose : "document";
}

/** What the words are made of. Where several businesses share the message, none of them lends it its colours. */
function factsOf({ tenant, contact, address }: Recipient, sending: Sending) {
  const { document, asker, alsoTo = [], occasion, says } = sending;
  const isShared = alsoTo.length > 0;
  return {
    agency: isShared ? "" : tenant.name,
    logo: isShared ? "" : tenant.logo,
    brandColour: isShared ? "" : tenant.brandColour,
    agencyPhone: isShared ? null : phoneWords(tenant.phone),
    agencyEmail: isShared ? null : tenant.email,
    shops: [tenant, ...alsoTo.map((other) => other.tenant)].map(({ name }) => name).join("\n"),
    zone: tenant.timeZone,
    locale: tenant.locale,
    person: nameAt(contact, address),
    documentKind: document?.kind ?? null,
    title: document?.title ?? null,
    occasion: occasion ?? "sent",
    ...says,
    from: asker?.askedFrom ?? null,
    askedAt: asker?.at.toISOString() ?? null,
  };
}

/** The document was sent to that address: whoever has it may read it from now on. */
async function addressTo(tx: Tx, documentId: string, address: string): Promise<void> {
  await tx
    .update(documents)
    .set({
      sentAt: sql`coalesce(${documents.sentAt}, now())`,
      addressedTo: sql`case when ${address} = any(${documents.addressedTo}) then ${documents.addressedTo}
        else array_append(${documents.addressedTo}, ${address}) end`,
    })
    .where(eq(documents.id, documentId));
}
