import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import { phoneWords } from "@/lib/address";
import { queueMessage } from "@/lib/delivery/queue-message";
import { addressesOf, nameAt } from "@/lib/links/send";
import type { Document } from "./trunk";

/** What became of a document that nobody need open any more: “cancelled”, with a day or the reason where there is one. */
type News = { heading: string; words: string };

/**
 * Tells everybody to whom a document was sent what became of it, without a link: there is nothing left to open. One message
 * to each person, at the address that they were sent it to; nobody who isn't active.
 */
export async function tellClient(tx: Tx, document: Document, { heading, words }: News): Promise<void> {
  const [[tenant], [contact]] = [
    await tx.select().from(tenants),
    await tx.select().from(contacts).where(eq(contacts.id, document.contactId)),
  ];
  if (!tenant || !contact?.active) return;
  for (const address of onePerPerson(document.addressedTo, contact)) {
    await queueMessage(tx, {
      tenantId: tenant.id,
      kind: "document-over",
      channel: address.includes("@") ? "email" : "sms",
      address,
      contactId: contact.id,
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
}

/** The newest address of each of the two people that is still theirs. */
function onePerPerson(addressedTo: string[], contact: typeof contacts.$inferSelect): string[] {
  const theirs = addressesOf(contact);
  const byName = new Map(
    addressedTo
      .filter((address) => theirs.includes(address))
      .map((address) => [nameAt(contact, address), address]),
  );
  return [...byName.values()];
}
