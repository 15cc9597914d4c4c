import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contacts } from "@/db/schema/people";
import { keepForm } from "@/lib/auth/kept-form";
import type { Scope, StaffScope } from "@/lib/auth/scope";
import { purposeOfDocument } from "@/lib/links/policy";
import { nameAt, type Occasion, type Says } from "@/lib/links/send";
import { done, type Outcome } from "@/lib/outcome";
import { sendFromOffice } from "@/lib/people/reach";
import { onePerPerson } from "./tell-client";
import { type Document, officeDid } from "./trunk";

/** By name: who was told of something, and to whom no link could be sent. */
export type Heard = { told: string[]; untold: string[] };

/**
 * Tells everybody to whom a document was sent what the office, or one of them, did with it, each by a link of their own.
 * What was done stands where somebody can't be written to now: answers with the names of both. Once all of them could be,
 * it is no matter any more what did not arrive before.
 */
export async function tellByLink(
  tx: Tx,
  scope: Scope,
  document: Document,
  { occasion, says }: { occasion: Occasion; says?: Says },
): Promise<Heard> {
  const [contact] = await tx.select().from(contacts).where(eq(contacts.id, document.contactId));
  if (!contact) throw new Error("A document’s client is gone.");
  const heard: Heard = { told: [], untold: [] };
  for (const address of onePerPerson(document.addressedTo, contact)) {
    const what = { purpose: purposeOfDocument[document.kind], document, occasion, says };
    const sent = await sendFromOffice(tx, scope, { contact, address }, what);
    heard[sent.ok ? "told" : "untold"].push(nameAt(contact, address));
  }
  if (heard.told.length > 0 && heard.untold.length === 0) await officeDid(tx, document.id, "undelivered");
  return heard;
}

/** What the office did with a document, and who heard of it. */
export type Did = Heard & { document: Pick<Document, "id" | "contactId"> };

/** `notice` is the id of the kept sentence that names who was not told; null where all were. */
export type Said = Did & { notice: string | null };

/**
 * Once it is committed, keeps who was not told, for the document’s page to say over everything: what was tapped may be gone
 * from it. `as` is what was done, as the sentence begins: “Approved”.
 */
export async function keepUntold(scope: StaffScope, did: Outcome<Did>, as: string): Promise<Outcome<Said>> {
  if (!did.ok) return did;
  const { untold } = did.value;
  if (untold.length === 0) return done({ ...did.value, notice: null });
  const problem = `${as}, but no link could be sent to ${untold.join(" and ")} now. Send it to them later, under “Send”.`;
  const notice = await keepForm(scope, scope.actor.sessionId, { problem, sent: {} });
  return done({ ...did.value, notice });
}
