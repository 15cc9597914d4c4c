import { eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { orUndone } from "@/db/or-undone";
import { documents } from "@/db/schema/documents";
import { contacts } from "@/db/schema/people";
import type { StaffScope } from "@/lib/auth/scope";
import type { Issued } from "@/lib/links/link";
import { purposeOfDocument } from "@/lib/links/policy";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { sendFromOffice } from "@/lib/people/reach";
import { notPassed } from "./day-passed";
import { kinds } from "./kinds";
import { officeDid } from "./trunk";

export type DocumentSending = { documentId: string; address: string };

/**
 * Sends a document to an address of its client, by the channel of that address; sending it again sends one more link.
 * Refuses a closed one, one that its kind does not find ready, to send it first once its day has passed, an inactive client,
 * an address that is not theirs, and the fourth in an hour.
 */
export async function sendDocument(scope: StaffScope, sending: DocumentSending): Promise<Outcome<Issued>> {
  return inTenant(scope, (tx) => sendIt(tx, scope, sending));
}

/** In the caller's transaction. What its kind made ready is undone where it can't be sent after all. */
export async function sendIt(
  tx: Tx,
  scope: StaffScope,
  { documentId, address }: DocumentSending,
): Promise<Outcome<Issued>> {
  const [found] = await tx
    .select({ document: documents, contact: contacts })
    .from(documents)
    .innerJoin(contacts, eq(contacts.id, documents.contactId))
    .where(eq(documents.id, documentId))
    .for("no key update", { of: documents });
  if (!found) return refuse("not-found");
  const { document, contact } = found;
  if (document.closedAt) return refuse("not-allowed-now", { sentence: overAlready });
  const inTime = document.sentAt ? done(null) : await notPassed(tx, document.dueOn);
  if (!inTime.ok) return inTime;
  return orUndone(tx, async (inner) => {
    const ready = await kinds[document.kind].ready(inner, scope, document, address);
    if (!ready.ok) return ready;
    await officeDid(inner, documentId, "undelivered");
    const what = { purpose: purposeOfDocument[document.kind], document, ...ready.value };
    return sendFromOffice(inner, scope, { contact, address }, what);
  });
}

const overAlready = "This is closed, so it isn’t sent any more. Write a new one.";
