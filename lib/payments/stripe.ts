import Stripe from "stripe";
import { env } from "@/lib/env";
import type { Begun, Checkout, Processor, Told } from "./processor";
import { onBehalf, stripeClient } from "./stripe-client";
import { giveBackByStripe } from "./stripe-refund";
import { paidWith } from "./stripe-words";

/** Stripe's hosted Checkout: its pages take the card or the bank account, ours never see either. */

/** The ways to pay, by currency: a card everywhere, and the bank debit of its country where Stripe offers it to the account. */
const bankDebits: Partial<Record<string, string>> = {
  AUD: "au_becs_debit",
  USD: "us_bank_account",
  GBP: "bacs_debit",
  EUR: "sepa_debit",
};

export const stripe: Processor = {
  name: "stripe",
  async begin(checkout) {
    const { paymentId, account } = checkout;
    const session = await stripeClient().checkout.sessions.create(sessionOf(checkout), {
      ...onBehalf(account),
      idempotencyKey: paymentId,
    });
    if (!session.url) throw new Error("Stripe opened a checkout without an address.");
    return { checkoutId: session.id, url: session.url };
  },
  look: lookAtSession,
  async close({ checkoutId, account }) {
    try {
      await stripeClient().checkout.sessions.expire(checkoutId, {}, onBehalf(account));
    } catch (error) {
      // One that is not open any more can't be closed: how it stands is what matters.
      if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    }
    return lookAtSession({ checkoutId, account });
  },
  giveBack: giveBackByStripe,
};

function sessionOf(checkout: Checkout): Stripe.Checkout.SessionCreateParams {
  const { paymentId, tenantId, documentId, amountCents, currency, title, email, returnTo } = checkout;
  const metadata = { tenant: tenantId, document: documentId, payment: paymentId };
  const debit = bankDebits[currency];
  const back = `${env().APP_ORIGIN}${returnTo}`;
  return {
    mode: "payment",
    allowed_payment_method_types: ["card", ...(debit ? [debit] : [])],
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: currency.toLowerCase(),
          unit_amount: amountCents,
          product_data: { name: title },
        },
      },
    ],
    // What is owed is owed in its own currency: the ledger counts what the invoice says.
    adaptive_pricing: { enabled: false },
    submit_type: "pay",
    client_reference_id: paymentId,
    metadata,
    payment_intent_data: { metadata, description: title },
    ...(email && { customer_email: email }),
    success_url: `${back}?payment=${paymentId}`,
    cancel_url: back,
    expires_at: Math.floor(checkout.expiresAt.getTime() / 1000),
  };
}

async function lookAtSession(begun: Begun): Promise<Told> {
  const session = await findSession(begun);
  // Begun with another key, as in a trial: nobody can pay us by it.
  if (!session) return { state: "lapsed" };
  if (session.status === "open") return { state: "started", url: session.url ?? "" };
  if (session.status === "expired") return { state: "lapsed" };
  const intent = session.payment_intent;
  if (!intent || typeof intent === "string") throw new Error("Stripe told nothing of a payment.");
  return toldBy(intent);
}

async function findSession({ checkoutId, account }: Begun): Promise<Stripe.Checkout.Session | undefined> {
  const withCharge = { expand: ["payment_intent.latest_charge"] };
  try {
    return await stripeClient().checkout.sessions.retrieve(checkoutId, withCharge, onBehalf(account));
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError && error.code === "resource_missing") return undefined;
    throw error;
  }
}

function toldBy(intent: Stripe.PaymentIntent): Told {
  const charge = typeof intent.latest_charge === "object" ? intent.latest_charge : null;
  const paid = { intentId: intent.id, ...paidWith(charge?.payment_method_details ?? null) };
  if (intent.status === "succeeded")
    return { state: "received", ...paid, amountCents: intent.amount_received };
  if (intent.status === "requires_payment_method" || intent.status === "canceled")
    return { state: "failed", failure: intent.last_payment_error?.message ?? "The bank refused it." };
  return { state: "pending", ...paid };
}
