import Stripe from "stripe";
import { z } from "zod";
import { env } from "@/lib/env";
import { done, type Outcome, refuse } from "@/lib/outcome";
import type { ProcessorEvent } from "./processor";
import { stripe } from "./stripe";
import { onBehalf, stripeClient } from "./stripe-client";
import { returnedBy } from "./stripe-refund";

/** How old a signature may be, in seconds. */
const toleranceSeconds = 300;

const forged = refuse("not-allowed", { sentence: "The signature doesn’t fit what was posted." });

/**
 * An event that Stripe posted, from the exact text of its body. What is signed with no secret of ours, was signed more than
 * five minutes ago, or was changed or written anew on the way is "not-allowed".
 */
export function readStripeEvent(headers: Headers, rawBody: string): Outcome<Stripe.Event> {
  const signature = headers.get("stripe-signature") ?? "";
  for (const secret of webhookSecrets()) {
    try {
      return done(Stripe.webhooks.constructEvent(rawBody, signature, secret, toleranceSeconds));
    } catch {
      // Signed by another endpoint of ours, or by nobody of ours.
    }
  }
  return forged;
}

/** Stripe tells of its own account and of connected ones by an endpoint each, and each of those has a secret of its own. */
const webhookSecrets = () => (env().STRIPE_WEBHOOK_SECRET ?? "").split(/[\s,]+/).filter(Boolean);

/** What of ours an event is about, as it stands now: an event may be late, so the processor is asked. Nothing for anything else. */
export async function eventsOf(event: Stripe.Event): Promise<ProcessorEvent[]> {
  switch (event.type) {
    case "checkout.session.completed":
    case "checkout.session.async_payment_succeeded":
    case "checkout.session.async_payment_failed":
    case "checkout.session.expired":
      return ofCheckout(event, event.data.object);
    case "refund.created":
    case "refund.updated":
    case "refund.failed":
      return ofRefund(event, event.data.object);
    case "charge.refunded":
      return ofCharge(event, event.data.object);
    case "charge.dispute.funds_withdrawn":
    case "charge.dispute.funds_reinstated":
      return ofDispute(event, event.data.object);
    default:
      return [];
  }
}

const ours = z.object({ tenant: z.uuid(), payment: z.uuid() });

type Named = { tenantId: string; paymentId: string };

function namedIn(metadata: Stripe.Metadata | null): Named | undefined {
  const read = ours.safeParse(metadata);
  return read.success ? { tenantId: read.data.tenant, paymentId: read.data.payment } : undefined;
}

const accountOf = ({ account }: Stripe.Event) => account ?? null;

const headOf = ({ id: eventId, type: kind, created }: Stripe.Event, named: Named) => ({
  ...named,
  processor: "stripe" as const,
  eventId,
  kind,
  at: new Date(created * 1000),
});

async function ofCheckout(event: Stripe.Event, session: Stripe.Checkout.Session): Promise<ProcessorEvent[]> {
  const named = namedIn(session.metadata);
  if (!named) return [];
  const { id: checkoutId } = session;
  const told = await stripe.look({ checkoutId, account: accountOf(event) });
  return [{ ...headOf(event, named), about: "payment", checkoutId, told }];
}

/** Whose payment an intent is: the other things of Stripe's do not say. */
async function paymentOf(event: Stripe.Event, intent: string | Stripe.PaymentIntent | null) {
  const intentId = typeof intent === "string" ? intent : intent?.id;
  if (!intentId) return undefined;
  const found = await stripeClient().paymentIntents.retrieve(intentId, {}, onBehalf(accountOf(event)));
  const named = namedIn(found.metadata);
  return named && { named, intentId };
}

async function ofRefund(
  event: Stripe.Event,
  { id, payment_intent }: Stripe.Refund,
): Promise<ProcessorEvent[]> {
  const of = await paymentOf(event, payment_intent);
  if (!of) return [];
  const refund = await stripeClient().refunds.retrieve(id, {}, onBehalf(accountOf(event)));
  return [refundEvent(headOf(event, of.named), of.intentId, refund)];
}

async function ofCharge(event: Stripe.Event, { payment_intent }: Stripe.Charge): Promise<ProcessorEvent[]> {
  const of = await paymentOf(event, payment_intent);
  if (!of) return [];
  const asked = { payment_intent: of.intentId, limit: 100 };
  const refunds = await stripeClient().refunds.list(asked, onBehalf(accountOf(event)));
  const head = headOf(event, of.named);
  return refunds.data.map((refund) =>
    refundEvent({ ...head, eventId: `${event.id}/${refund.id}` }, of.intentId, refund),
  );
}

function refundEvent(
  head: ReturnType<typeof headOf>,
  intentId: string,
  refund: Stripe.Refund,
): ProcessorEvent {
  const refundId = z.uuid().safeParse(refund.metadata?.refund).data ?? null;
  const { amount: amountCents } = refund;
  return { ...head, about: "refund", intentId, refundId, amountCents, returned: returnedBy(refund) };
}

async function ofDispute(event: Stripe.Event, dispute: Stripe.Dispute): Promise<ProcessorEvent[]> {
  const of = await paymentOf(event, dispute.payment_intent);
  if (!of) return [];
  const isReinstated = event.type === "charge.dispute.funds_reinstated";
  const { amount: amountCents } = dispute;
  const words = isReinstated ? "" : (disputes[dispute.reason] ?? "The bank took it back.");
  return [
    {
      ...headOf(event, of.named),
      about: "reversal",
      intentId: of.intentId,
      isReinstated,
      amountCents,
      words,
    },
  ];
}

const disputes: Partial<Record<string, string>> = {
  bank_cannot_process: "The bank could not go through with it.",
  debit_not_authorized: "The account’s owner says that they did not allow it.",
  duplicate: "The payer says that they paid twice.",
  fraudulent: "The card’s owner says that it was not them.",
  incorrect_account_details: "The account’s details were wrong.",
  insufficient_funds: "There was not enough in the account.",
  product_not_received: "The payer says that they did not get what they paid for.",
  product_unacceptable: "The payer is not content with what they paid for.",
};
