import { and, eq, isNull, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { invoices } from "@/db/schema/invoices";
import type { StaffScope } from "@/lib/auth/scope";
import { tellClient } from "@/lib/documents/tell-client";
import { lockDocument, tell, waitsForReply } from "@/lib/documents/trunk";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { lapsePayments } from "@/lib/payments/lapse";
import { lockInvoice } from "./kind";

/**
 * Makes an invoice that was sent void, and tells everybody who was sent it why; its number stays taken. Whoever is paying it
 * at this moment gets their money back. Refuses a draft, which is closed as any other, and one of whose money something is
 * here: that goes back first. Doing so twice is doing it once.
 */
export function voidInvoice(
  scope: StaffScope,
  { id, reason }: { id: string; reason: string },
): Promise<Outcome<null>> {
  return inTenant(scope, async (tx) => {
    const locked = await lockDocument(tx, id, "invoice");
    if (!locked.ok) return (await isVoid(tx, id)) ? done(null) : locked;
    const { number, paidCents } = await lockInvoice(tx, id);
    if (!locked.value.sentAt) return refuse("not-allowed-now", { sentence: isDraft });
    if (paidCents > 0) return refuse("not-allowed-now", { sentence: hasMoney });
    await lapsePayments(tx, id);
    await tx.update(invoices).set({ voidReason: reason }).where(eq(invoices.documentId, id));
    const [closed] = await tx
      .update(documents)
      .set({ closedAt: sql`now()`, closedAs: "void", ...waitsForReply })
      .where(and(eq(documents.id, id), isNull(documents.closedAt)))
      .returning();
    if (!closed) throw new Error("A locked invoice was closed by somebody else.");
    await tell(tx, scope, { kind: "document.closed", document: closed, detail: { words: reason } });
    await tellClient(tx, closed, { heading: `Invoice ${number} was cancelled`, words: reason });
    return done(null);
  });
}

const isDraft = "Nobody was sent this yet. Close the draft, if it isn’t needed.";
const hasMoney =
  "Money was paid on it. Refund that first, then make it void; or leave it, and write a credit into the next one.";

async function isVoid(tx: Tx, id: string): Promise<boolean> {
  const which = and(eq(documents.id, id), eq(documents.kind, "invoice"), eq(documents.closedAs, "void"));
  return (await tx.select({ id: documents.id }).from(documents).where(which)).length > 0;
}
