import { and, eq, inArray, sql } from "drizzle-orm";
import { gate, inTenant } from "@/db/client";
import { payments } from "@/db/schema/payments";
import { type Scope, systemScope } from "@/lib/auth/scope";
import { enqueueAll } from "@/lib/jobs/queue";
import type { Payment } from "./hold";
import type { Told } from "./processor";
import { takeIn } from "./settle";
import { tillOf } from "./tills";

/**
 * Asks the processor how a payment that is under way stands, and takes that in: a webhook that was lost, or a process that
 * was killed, is made up for. Run twice, it does nothing twice. One that never came to have a checkout lapses. Answers
 * whether somebody may still pay by it.
 */
export async function lookAtPayment({ tenantId, paymentId }: Which): Promise<boolean> {
  const payment = await readUnderWay(systemScope(tenantId), paymentId);
  const till = payment && tillOf(payment.processor);
  if (!payment || !till) return false;
  const { checkoutId, account } = payment;
  if (!checkoutId) return !(await lapseUnbegun(payment));
  const told = await till.look({ checkoutId, account });
  await takeInLook(payment, told);
  return told.state === "started";
}

type Which = { tenantId: string; paymentId: string };

/**
 * The job that closes a checkout, since nobody is to pay by it any more, and takes in how it stands then. One that was paid
 * a moment before counts, and what nobody owes goes back. Run twice, it closes once.
 */
export async function closeCheckout({ tenantId, paymentId }: Which): Promise<void> {
  const payment = await readUnderWay(systemScope(tenantId), paymentId);
  const till = payment && tillOf(payment.processor);
  if (!payment || !till) return;
  const { checkoutId, account } = payment;
  if (!checkoutId) {
    await endUnbegun(payment);
    return;
  }
  const told = await till.close({ checkoutId, account });
  if (told.state === "started") throw new Error("A checkout could not be closed.");
  await takeInLook(payment, told);
}

async function readUnderWay(scope: Scope, paymentId: string): Promise<Payment | undefined> {
  const isUnderWay = and(eq(payments.id, paymentId), inArray(payments.state, ["started", "pending"]));
  const [payment] = await inTenant(scope, (tx) => tx.select().from(payments).where(isUnderWay));
  return payment;
}

/** What a look finds is an event as well: seen twice as the same, it is taken in once. */
async function takeInLook(payment: Payment, told: Told): Promise<void> {
  const { id: paymentId, tenantId, processor, checkoutId } = payment;
  if (processor === "by-hand" || !checkoutId || told.state === "started") return;
  await takeIn({
    ...{ processor, tenantId, paymentId, checkoutId, told },
    about: "payment",
    eventId: `look/${checkoutId}/${told.state}`,
    kind: `look.${told.state}`,
    at: new Date(),
  });
}

/** Begun and never led anywhere: whoever began it was not let through, so nobody can have paid. A minute or two are left for it. */
async function lapseUnbegun(payment: Payment): Promise<boolean> {
  const isOver = Date.now() - payment.createdAt.getTime() >= unbegunMs;
  if (isOver) await endUnbegun(payment);
  return isOver;
}

const unbegunMs = 2 * 60_000;

/** A checkout that is stored at this very moment wins. */
async function endUnbegun({ id, tenantId }: Payment): Promise<void> {
  const isUnbegun = and(eq(payments.id, id), eq(payments.state, "started"), sql`checkout_id is null`);
  await inTenant(systemScope(tenantId), (tx) =>
    tx.update(payments).set({ state: "lapsed", endedAt: sql`now()` }).where(isUnbegun),
  );
}

/** The job that lets every payment and every refund that has been under way for two minutes be looked at. */
export async function lookAtAll(): Promise<void> {
  const underWay = await gate().execute<Which>(sql`
    select tenant_id as "tenantId", id as "paymentId" from payments
    where state in ('started', 'pending') and created_at < now() - interval '2 minutes'`);
  const looks = underWay.map((payload) => ({ payload, jobKey: `look-at-payment/${payload.paymentId}` }));
  await enqueueAll(gate(), "look-at-payment", looks);
  const asked = await gate().execute<{ tenantId: string; refundId: string }>(sql`
    select tenant_id as "tenantId", id as "refundId" from refunds
    where state = 'asked' and created_at < now() - interval '2 minutes'`);
  const returns = asked.map((payload) => ({ payload, jobKey: `give-back/${payload.refundId}` }));
  await enqueueAll(gate(), "give-back", returns);
}
