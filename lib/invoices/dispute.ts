import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { invoices } from "@/db/schema/invoices";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { AtDocument, StaffScope } from "@/lib/auth/scope";
import { type Did, keepUntold, type Said, tellByLink } from "@/lib/documents/tell-by-link";
import { tellOffice } from "@/lib/documents/tell-office";
import {
  type Document,
  lockDocument,
  lockForClient,
  officeDid,
  tell,
  waitForOffice,
} from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";

/**
 * A client disagrees with an invoice: it waits under the office’s “Needs you”, the member who looks after it is told, and
 * nobody is reminded of it until it is settled. Nothing keeps them from paying it. The same once more is said once. Refuses
 * one that is over, and another disagreement while one is open.
 */
export function disputeInvoice(
  scope: AtDocument<DocumentScope>,
  { words }: { words: string },
): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockForClient(tx, scope);
    if (!locked.ok) return locked;
    const document = locked.value;
    if (document.kind !== "invoice") return refuse("not-found");
    const ofIt = eq(invoices.documentId, document.id);
    const { name } = scope.actor;
    const [disputed] = await tx
      .update(invoices)
      .set({ disputedAt: sql`now()`, disputedBy: name, disputeReason: words })
      .where(and(ofIt, isNull(invoices.disputedAt)))
      .returning();
    if (!disputed) {
      const [open] = await tx.select().from(invoices).where(ofIt);
      const isSame = open?.disputedBy === name && open.disputeReason === words;
      return isSame ? done(null) : refuse("not-allowed-now", { sentence: disputedAlready });
    }
    await waitForOffice(tx, document.id, "disputed");
    await tell(tx, scope, { kind: "invoice.disputed", document, detail: { words } });
    await tellOffice(tx, scope, document, { did: "disagrees with", words });
    return done(null);
  });
}

const disputedAlready =
  "They know already that it isn’t right, and are looking at it. Ask a question to add something.";

/**
 * The office settles a disagreement, and says how: everybody who was sent the invoice reads it, by a link of their own, and
 * reminders go on. Refuses an invoice that nobody disagrees with, and one that is over.
 */
export const settleDispute = async (
  scope: StaffScope,
  sent: { id: string; words: string },
): Promise<Outcome<Said>> => keepUntold(scope, await settle(scope, sent), "Settled");

function settle(scope: StaffScope, { id, words }: { id: string; words: string }): Promise<Outcome<Did>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockDocument(tx, id, "invoice");
    if (!locked.ok) return locked;
    const document: Document = locked.value;
    const settled = await tx
      .update(invoices)
      .set({ disputedAt: null, disputedBy: null, disputeReason: null })
      .where(and(eq(invoices.documentId, id), isNotNull(invoices.disputedAt)))
      .returning({ id: invoices.documentId });
    if (settled.length === 0) return refuse("not-allowed-now", { sentence: nothingToSettle });
    await officeDid(tx, id, "disputed");
    await tell(tx, scope, { kind: "invoice.dispute-settled", document, detail: { words } });
    const says = { words, by: scope.actor.name };
    return done({ document, ...(await tellByLink(tx, scope, document, { occasion: "settled", says })) });
  });
}

const nothingToSettle = "Nobody disagrees with it now. Look at where it stands.";
