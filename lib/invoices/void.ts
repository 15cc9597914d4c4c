import { eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { invoices } from "@/db/schema/invoices";
import type { StaffScope } from "@/lib/auth/scope";
import { tellClient } from "@/lib/documents/tell-client";
import { leftToDo, tell } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { type Held, holdInvoice } from "@/lib/payments/hold";
import { lapsePayments } from "@/lib/payments/lapse";
import { askedBackCents } from "@/lib/payments/refunds";

/**
 * Makes an invoice that was sent void, and tells everybody who was sent it why; its number stays taken. Whoever is paying it
 * at this moment gets their money back. Refuses a draft, which is closed as any other, and one of whose money something is
 * here: that goes back first, also where it was paid. Doing so twice is doing it once.
 */
export function voidInvoice(
  scope: StaffScope,
  { id, reason }: { id: string; reason: string },
): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const held = await holdInvoice(tx, id);
    if (!held) return refuse("not-found");
    if (held.document.closedAs === "void") return done(null);
    const sentence = await whyNotVoid(tx, held);
    if (sentence) return refuse("not-allowed-now", { sentence });
    await lapsePayments(tx, id);
    await tx.update(invoices).set({ voidReason: reason }).where(eq(invoices.documentId, id));
    const [closed] = await tx
      .update(documents)
      .set({ closedAt: sql`now()`, closedAs: "void", ...notAnswered, ...leftToDo })
      .where(eq(documents.id, id))
      .returning();
    if (!closed) throw new Error("A locked invoice went away.");
    await tell(tx, scope, { kind: "document.closed", document: closed, detail: { words: reason } });
    await tellClient(tx, closed, {
      heading: `Invoice ${held.invoice.number} was cancelled`,
      words: reason,
    });
    return done(null);
  });
}

/** It is no longer paid; when it was stays with the invoice, for the account as it was told then. */
const notAnswered = { answeredAt: null, answeredAs: null };

/** Why an invoice can’t be made void now, in words; null where it can. */
export async function whyNotVoid(tx: Tx, { document, invoice }: Held): Promise<string | null> {
  if (!document.sentAt) return isDraft;
  if (invoice.paidCents > 0) {
    const goesBackCents = await askedBackCents(tx, { documentId: document.id });
    return goesBackCents < invoice.paidCents ? hasMoney : goesBack;
  }
  return document.closedAs === "paid" && invoice.pendingCents > 0 ? isComing : null;
}

const isDraft = "Nobody was sent this yet. Close the draft, if it isn’t needed.";
const hasMoney =
  "Money was paid on it. Refund that first, then make it void; or leave it, and write a credit into the next one.";
const goesBack = "Its money is on its way back. Once it has gone, it can be made void.";
const isComing =
  "Money of it is on its way from a bank. Once that is here and refunded, it can be made void.";
