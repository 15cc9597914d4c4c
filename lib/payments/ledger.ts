import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoices } from "@/db/schema/invoices";
import { ledger, type ledgerKinds } from "@/db/schema/payments";
import type { Held, HeldPayment } from "./hold";

/** The only writers of the ledger, and of what an invoice says is paid and on its way. The invoice is held by the caller. */

type LedgerKind = (typeof ledgerKinds)[number];
type Entry = { kind: LedgerKind; amountCents: number; refundId?: string };

/** Writes one line: below nothing what goes. Answers with the invoice as it is then. */
export async function enter(tx: Tx, { payment }: HeldPayment, entry: Entry): Promise<Held["invoice"]> {
  const { documentId, id: paymentId } = payment;
  await tx.insert(ledger).values({ documentId, paymentId, ...entry });
  const [invoice] = await tx
    .update(invoices)
    .set({ paidCents: sql`${invoices.paidCents} + ${entry.amountCents}` })
    .where(eq(invoices.documentId, documentId))
    .returning();
  if (!invoice) throw new Error("An invoice went away while its money came.");
  return invoice;
}

type LineOnce = Exclude<LedgerKind, "refund" | "returned">;

/** What a payment’s line of that kind says: it never has a second one, whatever became of it since. 0 where it has none. */
export async function lineCents(tx: Tx, paymentId: string, kind: LineOnce): Promise<number> {
  const which = and(eq(ledger.paymentId, paymentId), eq(ledger.kind, kind));
  const [line] = await tx.select({ cents: ledger.amountCents }).from(ledger).where(which);
  return line?.cents ?? 0;
}

/** Whether a payment has a line of that kind. */
export const hasLine = async (tx: Tx, paymentId: string, kind: LineOnce): Promise<boolean> =>
  (await lineCents(tx, paymentId, kind)) !== 0;

/** What of a payment is here: what came of it, less what went. */
export async function hereCents(tx: Tx, paymentId: string): Promise<number> {
  const [row] = await tx
    .select({ cents: sql<string>`coalesce(sum(${ledger.amountCents}), 0)` })
    .from(ledger)
    .where(eq(ledger.paymentId, paymentId));
  return Number(row?.cents ?? 0);
}

/** So much more, or less, is on its way from a bank. */
export async function changePending(tx: Tx, documentId: string, byCents: number): Promise<void> {
  await tx
    .update(invoices)
    .set({ pendingCents: sql`${invoices.pendingCents} + ${byCents}` })
    .where(eq(invoices.documentId, documentId));
}

/** So much of an invoice was given back while it was paid, and is not asked for again. */
export async function setWaived(tx: Tx, documentId: string, waivedCents: number): Promise<void> {
  await tx.update(invoices).set({ waivedCents }).where(eq(invoices.documentId, documentId));
}

/** When nothing was left to pay; null while something is. */
export async function setPaidAt(tx: Tx, documentId: string, paidAt: Date | SQL | null): Promise<void> {
  await tx.update(invoices).set({ paidAt }).where(eq(invoices.documentId, documentId));
}
