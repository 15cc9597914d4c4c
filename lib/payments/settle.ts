import { eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { payments, processorEvents, refunds } from "@/db/schema/payments";
import { type Scope, systemScope } from "@/lib/auth/scope";
import { tellOffice } from "@/lib/documents/tell-office";
import { officeDid, waitForOffice } from "@/lib/documents/trunk";
import { tellPaymentFailed } from "@/lib/invoices/tell";
import { type HeldPayment, holdPayment } from "./hold";
import { changePending, hasLine } from "./ledger";
import type { ProcessorEvent, Told } from "./processor";
import { receive, reinstate, reverse, weighAnew } from "./receive";
import { askBack, type Refund, takeInRefund } from "./refunds";
import { payerOf, tellMoney } from "./tell-money";

type Of<About extends ProcessorEvent["about"]> = Extract<ProcessorEvent, { about: About }>;
type Taking<State extends Told["state"]> = {
  scope: Scope;
  held: HeldPayment;
  told: Extract<Told, { state: State }>;
  at: Date;
};

/**
 * The one intake of whatever a processor says: its webhooks, its answers to our looks, and the practice processor. An event
 * and what it does are one transaction, and an event is taken in once, however often it comes. What does not fit a payment
 * of ours does nothing.
 */
export async function takeIn(event: ProcessorEvent): Promise<void> {
  const scope = systemScope(event.tenantId);
  await inTenant(scope, async (tx) => {
    const held = await holdPayment(tx, event.paymentId);
    if (!held || !isAbout(event, held)) return;
    if (!(await isNew(tx, event))) return;
    if (event.about === "payment") await takeInPayment(tx, scope, held, event);
    else if (event.about === "reversal") await takeInReversal(tx, scope, held, event);
    else await takeInReturned(tx, scope, held, event);
  });
}

/** Whether the processor means this very payment: whoever has an account there may write any facts beside one of their own. */
function isAbout(event: ProcessorEvent, { payment }: HeldPayment): boolean {
  if (payment.processor !== event.processor) return false;
  // Undone, so that the processor tells it again once the payment itself is known.
  if (event.about !== "payment" && !payment.intentId)
    throw new Error(`What became of a payment came before it: ${event.kind}.`);
  return event.about === "payment"
    ? payment.checkoutId === event.checkoutId
    : payment.intentId === event.intentId;
}

async function isNew(tx: Tx, { processor, eventId, kind }: ProcessorEvent): Promise<boolean> {
  const first = await tx
    .insert(processorEvents)
    .values({ processor, eventId, kind })
    .onConflictDoNothing()
    .returning({ eventId: processorEvents.eventId });
  return first.length > 0;
}

type Effects = { [State in Told["state"]]: (tx: Tx, taking: Taking<State>) => Promise<unknown> };

/** What each word of a processor does. A payment goes on and never back: what is older than what we know does nothing. */
const effects: Effects = {
  started: async () => {},
  pending: isOnItsWay,
  received: hasCome,
  failed: hasFailed,
  lapsed: async (tx, { held: { payment } }) => {
    if (payment.state === "started") await end(tx, payment.id, { state: "lapsed" });
  },
};

function takeInPayment(
  tx: Tx,
  scope: Scope,
  held: HeldPayment,
  { told, at }: Of<"payment">,
): Promise<unknown> {
  const effect = effects[told.state] as (tx: Tx, taking: Taking<Told["state"]>) => Promise<unknown>;
  return effect(tx, { scope, held, told, at });
}

async function isOnItsWay(tx: Tx, { held: { document, payment }, told }: Taking<"pending">): Promise<void> {
  if (payment.state !== "started") return;
  const { intentId, method, label } = told;
  await tx
    .update(payments)
    .set({ state: "pending", intentId, method, label })
    .where(eq(payments.id, payment.id));
  await changePending(tx, document.id, payment.amountCents);
  await officeDid(tx, document.id, "payment-failed");
  const { amountCents } = payment;
  await tellMoney(tx, document, payerOf(payment), { kind: "payment.pending", amountCents, label });
}

/** Money is money: it counts after a failure and a lapse as well. */
async function hasCome(tx: Tx, { scope, held, told, at }: Taking<"received">): Promise<void> {
  const { payment } = held;
  if (await hasLine(tx, payment.id, "payment")) return;
  if (payment.state === "pending") await changePending(tx, payment.documentId, -payment.amountCents);
  const { state: _state, ...came } = told;
  await receive(tx, scope, held, { ...came, at });
}

async function hasFailed(tx: Tx, { scope, held, told }: Taking<"failed">): Promise<void> {
  const { document, payment } = held;
  if (payment.state !== "started" && payment.state !== "pending") return;
  const { failure: words } = told;
  await end(tx, payment.id, { state: "failed", failure: words });
  if (payment.state === "pending") await changePending(tx, document.id, -payment.amountCents);
  const { amountCents, label } = payment;
  await tellMoney(tx, document, payerOf(payment), { kind: "payment.failed", amountCents, label, words });
  if (!document.closedAt) await tellOfFailure(tx, scope, held, { did: "could not pay", words });
}

const end = (tx: Tx, paymentId: string, how: { state: "failed"; failure: string } | { state: "lapsed" }) =>
  tx
    .update(payments)
    .set({ ...how, endedAt: sql`now()` })
    .where(eq(payments.id, paymentId));

type SaidOf = { did: string; words: string };

/** Both sides: its payer, who may pay by another way, and the office. Of one that was taken back in part, with that part. */
async function tellOfFailure(
  tx: Tx,
  scope: Scope,
  held: HeldPayment,
  { lostCents, ...said }: SaidOf & { lostCents?: number },
): Promise<void> {
  const { documentId, id: paymentId, amountCents } = held.payment;
  await tellPaymentFailed(tx, scope, { documentId, paymentId, lostCents: lostCents ?? amountCents });
  await needOffice(tx, scope, held, said);
}

/** Somebody of the office has to see to it: with the payer, or with the bank. */
async function needOffice(
  tx: Tx,
  scope: Scope,
  { document, payment }: HeldPayment,
  said: SaidOf,
): Promise<void> {
  await waitForOffice(tx, document.id, "payment-failed");
  await tellOffice(tx, { tenantId: scope.tenantId, actor: { name: payment.payer } }, document, said);
}

async function takeInReversal(tx: Tx, scope: Scope, held: HeldPayment, event: Of<"reversal">): Promise<void> {
  const { amountCents, words } = event;
  if (event.isReinstated) {
    // What it gives up was not told yet: undone, so that the processor tells it again later.
    if (!(await reinstate(tx, held, amountCents))) throw new Error("Money came back that never went.");
    return;
  }
  const lostCents = await reverse(tx, held, { amountCents, words });
  if (lostCents === undefined) return;
  if (lostCents === 0) await needOffice(tx, scope, held, { did: tookTwice, words });
  else if (held.document.closedAs === "void") await needOffice(tx, scope, held, { did: tookBack, words });
  else await tellOfFailure(tx, scope, held, { did: tookBack, words, lostCents });
}

const tookBack = "paid, and the bank took it back:";
const tookTwice = "was refunded, and the bank took the same money once more:";

async function takeInReturned(tx: Tx, scope: Scope, held: HeldPayment, event: Of<"refund">): Promise<void> {
  const refund = await refundOf(tx, held, event);
  if (!refund) return;
  await takeInRefund(tx, scope, { ...held, refund }, event.returned);
  if (event.returned.state === "failed") await weighAnew(tx, held);
}

/** The refund that is meant; one that somebody made on the processor's own pages is written down first. */
async function refundOf(
  tx: Tx,
  held: HeldPayment,
  { refundId, amountCents, returned }: Of<"refund">,
): Promise<Refund | undefined> {
  const { processorId } = returned;
  const made = await tx.select().from(refunds).where(eq(refunds.paymentId, held.payment.id)).for("update");
  const known = made.find(
    (each) => each.id === refundId || (processorId !== null && each.processorId === processorId),
  );
  if (known || refundId || !processorId || returned.state === "failed") return known;
  return askBack(tx, held, { amountCents, reason: "processor", processorId });
}
