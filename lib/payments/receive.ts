import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { payments } from "@/db/schema/payments";
import type { Scope } from "@/lib/auth/scope";
import { leftToDo, officeDid, unanswered, waitForOffice } from "@/lib/documents/trunk";
import { type Doer, theSystem } from "@/lib/events/record";
import { leftCents } from "@/lib/invoices/standing";
import { tellReceipt } from "@/lib/invoices/tell";
import { type Held, type HeldPayment, holdRow, type Payment } from "./hold";
import { lapsePayments } from "./lapse";
import { enter, hasLine, hereCents, lineCents, setPaidAt, setWaived } from "./ledger";
import { askBack, askedBackCents } from "./refunds";
import { payerOf, tellMoney } from "./tell-money";

/** Money that came, in cents, and what its payment is known by now. */
export type Came = Partial<Pick<Payment, "intentId" | "method" | "label">> & {
  amountCents: number;
  at: Date;
};

/**
 * Counts money that came: its payment is received and has its receipt, which its payer is sent. What nobody owes goes back;
 * the invoice is closed as paid once nothing is left; a checkout that is open for more than is left is closed.
 */
export async function receive(
  tx: Tx,
  scope: Scope,
  held: HeldPayment,
  { amountCents, at, ...known }: Came & { by?: Doer },
): Promise<void> {
  const { document, payment } = held;
  const { by = payerOf(payment), ...facts } = known;
  const receipt = sql`(select coalesce(max(p.receipt), 0) + 1 from payments p where p.document_id = ${document.id})`;
  const [received] = await tx
    .update(payments)
    .set({ ...facts, state: "received", failure: null, receipt, receivedAt: at, endedAt: null })
    .where(eq(payments.id, payment.id))
    .returning();
  if (!received) throw new Error("A payment went away while its money came.");
  const invoice = await enter(tx, held, { kind: "payment", amountCents });
  await officeDid(tx, document.id, "payment-failed");
  await tellMoney(tx, document, by, { kind: "payment.received", amountCents, label: received.label });
  await tellReceipt(tx, scope, { documentId: document.id, paymentId: payment.id });
  await weigh(tx, { document, invoice, payment: received }, { amountCents, at });
}

type Moment = Parameters<typeof setPaidAt>[2];

/** What an invoice keeps of what was paid, once all that is to go back has gone. */
const keptCents = async (tx: Tx, { documentId, paidCents }: Held["invoice"]): Promise<number> =>
  paidCents - (await askedBackCents(tx, { documentId }));

/** What has to be kept for nothing to be left. */
const dueCents = ({ totalCents, waivedCents }: Held["invoice"]): number => totalCents - waivedCents;

/** Holds what came against what is due. */
async function weigh(tx: Tx, held: HeldPayment, { amountCents, at }: { amountCents: number; at: Moment }) {
  const { document, invoice } = held;
  if (document.closedAs === "void") {
    await askBack(tx, held, { amountCents, reason: "void" });
    return;
  }
  const beyondCents = (await keptCents(tx, invoice)) - dueCents(invoice);
  const surplusCents = Math.min(beyondCents, amountCents);
  if (surplusCents > 0) await askBack(tx, held, { amountCents: surplusCents, reason: "surplus" });
  if (beyondCents >= 0) await closeAsPaid(tx, held, at);
  await lapsePayments(tx, document.id, leftCents(invoice));
}

/** Closes an invoice as paid whose money stays here after all, as what was to go back did not go. */
export async function weighAnew(tx: Tx, { document }: Held): Promise<void> {
  const held = await holdRow(tx, document);
  if (!held || document.closedAs) return;
  if ((await keptCents(tx, held.invoice)) >= dueCents(held.invoice)) await closeAsPaid(tx, held, sql`now()`);
}

async function closeAsPaid(tx: Tx, { document }: Held, at: Moment): Promise<void> {
  const now = sql`now()`;
  const [closed] = await tx
    .update(documents)
    .set({ closedAt: now, closedAs: "paid", answeredAt: now, answeredAs: "paid", ...leftToDo })
    .where(and(eq(documents.id, document.id), isNull(documents.closedAt)))
    .returning();
  if (!closed) return;
  await setPaidAt(tx, document.id, at);
  await tellMoney(tx, closed, theSystem, { kind: "document.closed" });
}

/** Money that went again, in cents, and why. */
type Gone = { amountCents: number; words: string; by?: Doer };

/**
 * Counts money that was taken back, once for each payment, and answers how much of it the invoice lost: at most what was
 * not given back before, since what goes twice is between the bank and the business. An invoice that was paid is open
 * again, and its links with it. Undefined where the payment never came, or was taken back already.
 */
export async function reverse(
  tx: Tx,
  held: HeldPayment,
  { amountCents, words, by = theSystem }: Gone,
): Promise<number | undefined> {
  const { document, payment } = held;
  if (!(await hasLine(tx, payment.id, "payment")) || (await isReversed(tx, payment))) return undefined;
  const lostCents = Math.min(amountCents, await hereCents(tx, payment.id));
  const isWhole = lostCents >= payment.amountCents;
  await tx
    .update(payments)
    .set({ failure: words, ...(isWhole && { state: "failed", endedAt: sql`now()` }) })
    .where(eq(payments.id, payment.id));
  if (lostCents > 0) await lose(tx, held, lostCents);
  const { label } = payment;
  await tellMoney(tx, document, by, { kind: "payment.reversed", amountCents, label, words });
  return lostCents;
}

/** Money that came has its failure written beside it when it is taken back, whether or not anything of it was left to count. */
const isReversed = async (tx: Tx, { id, failure }: Payment): Promise<boolean> =>
  failure !== null || (await hasLine(tx, id, "reversal"));

/** What an invoice that was paid did without until now was given back, and is not asked for again: what it loses now is. */
async function lose(tx: Tx, held: HeldPayment, amountCents: number): Promise<void> {
  const { totalCents } = held.invoice;
  const keptBefore = await keptCents(tx, held.invoice);
  const invoice = await enter(tx, held, { kind: "reversal", amountCents: -amountCents });
  if (held.document.closedAs !== "paid") return;
  const waivedCents = Math.max(0, totalCents - Math.max(0, keptBefore));
  if ((await keptCents(tx, invoice)) >= totalCents - waivedCents) return;
  await setWaived(tx, invoice.documentId, waivedCents);
  await reopen(tx, invoice);
}

/** What its client disagreed with before it was paid was never settled: it waits for the office again. */
async function reopen(tx: Tx, { documentId, disputedAt }: HeldPayment["invoice"]): Promise<void> {
  await setPaidAt(tx, documentId, null);
  await unanswered(tx, documentId);
  await tx.update(documents).set({ closedAt: null, closedAs: null }).where(eq(documents.id, documentId));
  if (disputedAt) await waitForOffice(tx, documentId, "disputed");
}

/**
 * Counts money that a bank gave up again, as much as the invoice had lost, from now on: at the moment of its line in the ledger.
 * False where nothing was taken that we know of.
 */
export async function reinstate(tx: Tx, held: HeldPayment, amountCents: number): Promise<boolean> {
  const { document, payment } = held;
  if (await hasLine(tx, payment.id, "reinstated")) return true;
  if (!(await isReversed(tx, payment))) return false;
  const lostCents = -(await lineCents(tx, payment.id, "reversal"));
  await tx
    .update(payments)
    .set({ state: "received", failure: null, endedAt: null })
    .where(eq(payments.id, payment.id));
  await officeDid(tx, document.id, "payment-failed");
  const { label } = payment;
  const words = "The bank gave it back.";
  await tellMoney(tx, document, theSystem, { kind: "payment.received", amountCents, label, words });
  if (lostCents === 0) return true;
  const invoice = await enter(tx, held, { kind: "reinstated", amountCents: lostCents });
  await weigh(tx, { ...held, invoice }, { amountCents: lostCents, at: sql`now()` });
  return true;
}
