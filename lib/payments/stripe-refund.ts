import Stripe from "stripe";
import type { Returned, Returning } from "./processor";
import { onBehalf, stripeClient } from "./stripe-client";

/**
 * Gives money back, once: one that Stripe knows already is told as it stands, since a key is forgotten after a day and a
 * job may be older. What Stripe will not do is a refund that failed, and why.
 */
export async function giveBackByStripe(returning: Returning): Promise<Returned> {
  const { refundId, processorId, intentId, amountCents, account } = returning;
  const known = await stripeClient().refunds.list(
    { payment_intent: intentId, limit: 100 },
    onBehalf(account),
  );
  const made = known.data.find(({ id, metadata }) => id === processorId || metadata?.refund === refundId);
  if (made) return returnedBy(made);
  if (processorId) throw new Error(`Stripe does not know its refund ${processorId} any more.`);
  try {
    const asked = await stripeClient().refunds.create(
      { payment_intent: intentId, amount: amountCents, metadata: { refund: refundId } },
      { ...onBehalf(account), idempotencyKey: refundId },
    );
    return returnedBy(asked);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    return { state: "failed", processorId: null, failure: error.message };
  }
}

/** How a refund stands, as Stripe tells it. */
export function returnedBy({ id: processorId, status, failure_reason }: Stripe.Refund): Returned {
  if (status === "succeeded") return { state: "sent", processorId, failure: null };
  if (status !== "failed" && status !== "canceled") return { state: "asked", processorId, failure: null };
  return { state: "failed", processorId, failure: failures[failure_reason ?? ""] ?? "The bank refused it." };
}

const failures: Partial<Record<string, string>> = {
  charge_for_pending_refund_disputed: "The payment was disputed with the bank first.",
  declined: "The bank refused it.",
  expired_or_canceled_card: "The card has run out or was closed.",
  insufficient_funds: "There was not enough in the Stripe balance.",
  lost_or_stolen_card: "The card was reported lost.",
  merchant_request: "It was cancelled in Stripe.",
  unknown: "The bank gave no reason.",
};
