import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import type { Scope } from "@/lib/auth/scope";
import { purposeOfDocument } from "@/lib/links/policy";
import { nameAt, type Occasion, type Says } from "@/lib/links/send";
import { sendFromOffice } from "@/lib/people/reach";
import { onePerPerson } from "./tell-client";
import type { Document } from "./trunk";

/**
 * Tells everybody to whom a document was sent what the office, or one of them, did with it, each by a link of their own.
 * What was done stands where somebody can't be written to now: answers with the names of those who are told.
 */
export async function tellByLink(
  tx: Tx,
  scope: Scope,
  document: Document,
  { occasion, says }: { occasion: Occasion; says?: Says },
): Promise<string[]> {
  const [contact] = await tx.select().from(contacts).where(eq(contacts.id, document.contactId));
  if (!contact) throw new Error("A document’s client is gone.");
  const told: string[] = [];
  for (const address of onePerPerson(document.addressedTo, contact)) {
    const what = { purpose: purposeOfDocument[document.kind], document, occasion, says };
    const sent = await sendFromOffice(tx, scope, { contact, address }, what);
    if (sent.ok) told.push(nameAt(contact, address));
  }
  return told;
}
