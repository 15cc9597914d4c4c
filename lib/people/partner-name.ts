import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { contacts } from "@/db/schema/people";
import { scopeComments } from "@/db/schema/scopes";
import { selectionChoices, selectionItems } from "@/db/schema/selections";
import type { Contact } from "./contacts";

/**
 * Whether a partner is the same person under another name: whoever is reached where the one before was. A partner with
 * none of those addresses is another person, who begins with nothing of theirs.
 */
const isRenamed = (before: Contact, after: Contact): boolean =>
  before.partnerName !== after.partnerName &&
  [before.partnerEmail, before.partnerPhone].some(
    (address) => address !== null && [after.partnerEmail, after.partnerPhone].includes(address),
  );

/**
 * Keeps what a partner chose, wrote and signed theirs where their name is corrected, in the transaction that does. A contract
 * goes on naming them as they signed, so their former names are kept as well; another partner has none.
 */
export async function keepPartner(tx: Tx, before: Contact, after: Contact): Promise<void> {
  const { partnerName: was } = before;
  const { id, partnerName: name } = after;
  if (was === name) return;
  const keeps = was !== null && name !== null && isRenamed(before, after);
  const partnerOnce = keeps ? [...before.partnerOnce, was] : [];
  await tx.update(contacts).set({ partnerOnce }).where(eq(contacts.id, id));
  if (!keeps) return;
  const ofClient = eq(documents.contactId, id);
  const sheets = tx
    .select({ id: selectionItems.id })
    .from(selectionItems)
    .innerJoin(documents, eq(documents.id, selectionItems.documentId))
    .where(ofClient);
  const scopes = tx.select({ id: documents.id }).from(documents).where(ofClient);
  const isTheirs = (of: typeof selectionChoices | typeof scopeComments) =>
    and(eq(of.contactId, id), eq(of.person, "partner"), eq(of.name, was));
  await tx
    .update(selectionChoices)
    .set({ name })
    .where(and(inArray(selectionChoices.itemId, sheets), isTheirs(selectionChoices)));
  await tx
    .update(scopeComments)
    .set({ name })
    .where(and(inArray(scopeComments.documentId, scopes), isTheirs(scopeComments)));
}
