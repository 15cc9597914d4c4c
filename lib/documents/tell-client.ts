import { eq, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import { phoneWords } from "@/lib/address";
import { queueMessage } from "@/lib/delivery/queue-message";
import { addressesOf, nameAt } from "@/lib/links/send";
import type { Document } from "./trunk";

/** What became of a document that nobody need open any more: “cancelled”, with a day or the reason where there is one. */
type News = {
  heading: string;
  words: string;
  /** A file that goes with the letter. */
  fileId?: string;
};

/** Whoever needs not be told: they did it themselves. */
type Except = { contactId: string; name: string };

type Tenant = typeof tenants.$inferSelect;
type Contact = typeof contacts.$inferSelect;

/**
 * Tells everybody to whom a document was sent, other clients who sign it among them, what became of it, without a link:
 * there is nothing left to open. One message to each person, at the address that they were sent it to; nobody who isn't
 * active.
 */
export async function tellClient(tx: Tx, document: Document, news: News, except?: Except): Promise<void> {
  const [tenant] = await tx.select().from(tenants);
  const signs = sql`exists (select 1 from contract_signees s where s.document_id = ${document.id} and s.contact_id = ${contacts.id})`;
  const readers = await tx
    .select()
    .from(contacts)
    .where(or(eq(contacts.id, document.contactId), signs));
  for (const contact of tenant ? readers : []) {
    if (tenant && contact.active) await tellPeople(tx, document, { tenant, contact, except }, news);
  }
}

type Whom = { tenant: Tenant; contact: Contact; except: Except | undefined };

async function tellPeople(tx: Tx, document: Document, { tenant, contact, except }: Whom, news: News) {
  for (const address of onePerPerson(document.addressedTo, contact)) {
    if (except?.contactId === contact.id && except.name === nameAt(contact, address)) continue;
    await tellAt(tx, document, { tenant, contact, address }, news);
  }
}

/** Tells one person at one address of theirs the same way. */
export function tellAt(
  tx: Tx,
  document: Document,
  { tenant, contact, address }: { tenant: Tenant; contact: Contact; address: string },
  { heading, words, fileId }: News,
): Promise<unknown> {
  return queueMessage(tx, {
    tenantId: tenant.id,
    kind: "document-over",
    channel: address.includes("@") ? "email" : "sms",
    address,
    contactId: contact.id,
    fileId: fileId ?? null,
    detail: {
      agency: tenant.name,
      logo: tenant.logo,
      brandColour: tenant.brandColour,
      agencyPhone: phoneWords(tenant.phone),
      zone: tenant.timeZone,
      locale: tenant.locale,
      person: nameAt(contact, address),
      documentKind: document.kind,
      title: document.title,
      heading,
      words,
    },
  });
}

/** The newest address of each of the two people that is still theirs. */
export function onePerPerson(addressedTo: string[], contact: Contact): string[] {
  const theirs = addressesOf(contact);
  const isPartners = (address: string) =>
    address === contact.partnerEmail || address === contact.partnerPhone;
  const newest = new Map(
    addressedTo
      .filter((address) => theirs.includes(address))
      .map((address) => [isPartners(address), address]),
  );
  return [...newest.values()];
}
