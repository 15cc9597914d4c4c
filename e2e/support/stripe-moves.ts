import Stripe from "stripe";
import { type Book, type Intent, newId, refundShown, type Session } from "./stripe-book";

/** What a payer, a bank, a card’s owner or the office does at Stripe, and the event that Stripe posts of it. */

export const webhookSecret = "whsec_test_of_the_till";
/** Of the endpoint that Stripe tells of connected accounts. */
export const connectedSecret = "whsec_test_of_connected_accounts";

/** Made by the SDK’s own helper. */
export const signed = (payload: string, { secret = webhookSecret, at = Date.now() } = {}) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: Math.floor(at / 1000) });

/** An event as Stripe posts it: its exact text, and its signature of that moment. */
function event(type: string, object: object, account?: string | null) {
  const id = newId("evt");
  const created = Math.floor(Date.now() / 1000);
  const body = { id, object: "event", api_version: "2026-10-28.endive", created, type, data: { object } };
  const payload = JSON.stringify({ ...body, ...(account && { account }) }, null, 2);
  return { id, payload, signature: signed(payload, account ? { secret: connectedSecret } : {}) };
}

const visa = { type: "card", card: { brand: "visa", last4: "4242" } };
const chase = { type: "us_bank_account", us_bank_account: { bank_name: "Chase", last4: "6789" } };

export function movesIn(book: Book) {
  const told = (session: Session, type: string) => {
    const object = { ...book.sessionShown(session), payment_intent: session.intent?.id ?? null };
    return event(`checkout.session.${type}`, object, session.account);
  };

  function complete(id: string, status: Intent["status"], details: object): Session {
    const session = book.session(id);
    if (session.status !== "open") throw new Error("This payment page is closed.");
    const receivedCents = status === "succeeded" ? session.amountCents : 0;
    session.status = "complete";
    session.intent = { id: newId("pi"), status, receivedCents, disputedCents: 0, details };
    return session;
  }

  function intentOf(id: string): Intent {
    const { intent } = book.session(id);
    if (!intent) throw new Error("Nobody has paid it.");
    return intent;
  }

  function disputed(id: string, isWithdrawn: boolean) {
    const intent = intentOf(id);
    intent.disputedCents = isWithdrawn ? intent.receivedCents : 0;
    const { id: payment_intent, receivedCents: amount } = intent;
    const type = `charge.dispute.funds_${isWithdrawn ? "withdrawn" : "reinstated"}`;
    return event(type, { id: "dp_1", object: "dispute", amount, reason: "fraudulent", payment_intent });
  }

  return {
    event,
    payByCard: (id: string) => told(complete(id, "succeeded", visa), "completed"),
    /** A card that is declined changes nothing: its page stays open, and Stripe posts nothing that is asked for. */
    decline: (id: string) => book.session(id).status,
    payByBank: (id: string) => told(complete(id, "processing", chase), "completed"),
    bankSays(id: string, isPaid: boolean) {
      const session = book.session(id);
      const intent = intentOf(id);
      intent.status = isPaid ? "succeeded" : "requires_payment_method";
      intent.receivedCents = isPaid ? session.amountCents : 0;
      return told(session, isPaid ? "async_payment_succeeded" : "async_payment_failed");
    },
    expires(id: string) {
      const session = book.session(id);
      session.status = "expired";
      return told(session, "expired");
    },
    dispute: (id: string) => disputed(id, true),
    winDispute: (id: string) => disputed(id, false),
    /** Somebody gives money back on Stripe’s own pages. */
    refundThere(id: string, amountCents: number) {
      const intentId = intentOf(id).id;
      const made = book.addRefund({ intentId, amountCents, status: "succeeded", refund: null });
      return event("refund.created", refundShown(made));
    },
    /** A refund turns out to be something else than it was. */
    refundBecomes(id: string, status: "succeeded" | "failed") {
      const refund = book.refund(id);
      refund.status = status;
      return event(status === "failed" ? "refund.failed" : "refund.updated", refundShown(refund));
    },
  };
}
