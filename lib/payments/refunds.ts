import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { payments, refunds } from "@/db/schema/payments";
import type { Scope } from "@/lib/auth/scope";
import { tellOffice } from "@/lib/documents/tell-office";
import { waitForOffice } from "@/lib/documents/trunk";
import { type Doer, theSystem } from "@/lib/events/record";
import { tellRefund } from "@/lib/invoices/tell";
import { enqueue } from "@/lib/jobs/queue";
import type { HeldPayment } from "./hold";
import { enter } from "./ledger";
import type { Returned } from "./processor";
import { reasons } from "./refund-reasons";
import { tellMoney } from "./tell-money";

export type Refund = typeof refunds.$inferSelect;
export type NewRefund = Pick<
  typeof refunds.$inferInsert,
  "id" | "amountCents" | "reason" | "words" | "memberId" | "processorId"
>;

/**
 * Writes down that money is to go back, and lets a job ask the processor for it, unless it is the processor who said so, or
 * none took it. The payment is held by the caller. Undefined where the id that it is to have is taken.
 */
export async function askBack(
  tx: Tx,
  held: HeldPayment,
  refund: NewRefund,
  by: Doer = theSystem,
): Promise<Refund | undefined> {
  const { document, payment } = held;
  const [asked] = await tx
    .insert(refunds)
    .values({ ...refund, paymentId: payment.id })
    .onConflictDoNothing({ target: refunds.id })
    .returning();
  if (!asked && refund.id) return undefined;
  if (!asked) throw new Error("A refund was not stored.");
  const { id: refundId, tenantId, amountCents, reason } = asked;
  const words = asked.words || reasons[reason];
  await tellMoney(tx, document, by, { kind: "refund.asked", amountCents, label: payment.label, words });
  if (!asked.processorId && payment.processor !== "by-hand")
    await enqueue(tx, "give-back", { tenantId, refundId }, `give-back/${refundId}`);
  return asked;
}

/**
 * What of an invoice, or of one payment, is to go back and has not gone yet: of a payment never more than is here of it, since
 * what its bank took first can't go a second time.
 */
export async function askedBackCents(
  tx: Tx,
  of: { documentId: string } | { paymentId: string },
): Promise<number> {
  const which = "paymentId" in of ? eq(payments.id, of.paymentId) : eq(payments.documentId, of.documentId);
  const here = sql`coalesce((select sum(l.amount_cents) from ledger l where l.payment_id = ${payments.id}), 0)`;
  const ofEach = await tx
    .select({ cents: sql<string>`greatest(0, least(sum(${refunds.amountCents}), ${here}))` })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(and(which, eq(refunds.state, "asked")))
    .groupBy(payments.tenantId, payments.id);
  return ofEach.reduce((sum, { cents }) => sum + Number(cents), 0);
}

/**
 * Takes in what became of a refund. It goes from asked to sent or failed, and from sent to failed where it came back; the
 * ledger follows. Anything else is known already.
 */
export async function takeInRefund(
  tx: Tx,
  scope: Scope,
  held: HeldPayment & { refund: Refund },
  { state, processorId, failure }: Returned,
): Promise<void> {
  const { refund } = held;
  const known = processorId ? { processorId } : {};
  if (refund.state === "failed" || refund.state === state) {
    if (processorId && !refund.processorId) await change(tx, refund, known);
    return;
  }
  if (state === "asked") return;
  await change(tx, refund, { ...known, state, failure, endedAt: sql`now()` });
  if (state === "sent") await wentOut(tx, scope, held);
  else await cameBack(tx, scope, held, failure ?? "");
}

type Changes = { [Column in keyof Refund]?: Refund[Column] | ReturnType<typeof sql> };

async function change(tx: Tx, { id }: Refund, changes: Changes): Promise<void> {
  await tx.update(refunds).set(changes).where(eq(refunds.id, id));
}

/** The money is on its way to its payer, and everybody concerned is told. */
async function wentOut(tx: Tx, scope: Scope, held: HeldPayment & { refund: Refund }): Promise<void> {
  const { document, payment, refund } = held;
  const { id: refundId, amountCents } = refund;
  await enter(tx, held, { kind: "refund", amountCents: -amountCents, refundId });
  await tellMoney(tx, document, theSystem, { kind: "refund.sent", amountCents, label: payment.label });
  await tellRefund(tx, scope, { documentId: document.id, refundId });
}

/** It did not reach its payer: somebody of the office has to see to it. */
async function cameBack(
  tx: Tx,
  { tenantId }: Scope,
  held: HeldPayment & { refund: Refund },
  words: string,
): Promise<void> {
  const { document, payment, refund } = held;
  const { id: refundId, amountCents, state } = refund;
  if (state === "sent") await enter(tx, held, { kind: "returned", amountCents, refundId });
  await tellMoney(tx, document, theSystem, {
    ...{ kind: "refund.failed", amountCents, label: payment.label, words },
  });
  await waitForOffice(tx, document.id, "refund-failed");
  const actor = { name: "A refund" };
  await tellOffice(tx, { tenantId, actor }, document, { did: "did not go through for", words });
}
