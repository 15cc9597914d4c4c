import { eq } from "drizzle-orm";
import type { z } from "zod";
import { inTenant, type Tx } from "@/db/client";
import { refunds } from "@/db/schema/payments";
import { tenants } from "@/db/schema/tenants";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { officeDid } from "@/lib/documents/trunk";
import { amountWords } from "@/lib/money";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { type HeldPayment, holdPayment, type OfInvoice, ofInvoice } from "./hold";
import { hereCents } from "./ledger";
import { askBack, askedBackCents, type Refund, takeInRefund } from "./refunds";
import type { refunding } from "./sent";

type Refunding = z.output<typeof refunding>;

/**
 * Gives back a payment or part of it: what a processor took goes back by a job, what came by hand is written down as given.
 * Sent twice by the same form it goes back once. Refuses more than is left of the payment, one that did not come, another
 * refund under an id that is taken, and as stale a form that showed something else as left: it may be the same refund.
 */
export async function refundPayment(scope: StaffScope, sent: Refunding): Promise<Outcome<OfInvoice>> {
  return inTenant(scope, async (tx) => {
    const held = await holdPayment(tx, sent.paymentId);
    if (!held) return refuse("not-found");
    const { document, payment } = held;
    const [made] = await tx.select().from(refunds).where(eq(refunds.id, sent.refundId));
    if (made)
      return isSame(made, sent) ? done(ofInvoice(held)) : refuse("not-allowed-now", { sentence: isAnother });
    if (payment.state !== "received") return refuse("not-allowed-now", { sentence: notHere });
    const { paymentId } = sent;
    const left = (await hereCents(tx, paymentId)) - (await askedBackCents(tx, { paymentId }));
    const [tenant] = await tx.select().from(tenants);
    const words = amountWords(left, { currency: payment.currency, locale: tenant?.locale ?? "en-AU" });
    if (sent.amount > left) return refuse("invalid", { field: "amount", sentence: moreThanLeft(words) });
    if (sent.left !== left) return refuse("stale", { sentence: notAsShown(words) });
    if (!(await give(tx, scope, held, sent))) return refuse("not-allowed-now", { sentence: isAnother });
    await officeDid(tx, document.id, "refund-failed");
    return done(ofInvoice(held));
  });
}

const isSame = ({ paymentId, amountCents, words, reason }: Refund, sent: Refunding): boolean =>
  reason === "office" && paymentId === sent.paymentId && amountCents === sent.amount && words === sent.words;

const isAnother =
  "Something else was refunded by this form already, so this was not. Open the form again to refund it.";
const notHere = "This money did not come, or went back already. Reload to see where it stands.";
const notAsShown = (left: string) =>
  `Some of this payment went back or returned while you were looking, so nothing was refunded. ${left} of it is left. Refund this if it didn’t go back yet.`;
const moreThanLeft = (left: string) => `Only ${left} of this payment is left to give back.`;

/** False where the refund's id is taken, by one of another business too. */
async function give(tx: Tx, scope: StaffScope, held: HeldPayment, sent: Refunding): Promise<boolean> {
  const { refundId: id, amount: amountCents, words } = sent;
  const { memberId } = scope.actor;
  const refund = await askBack(
    tx,
    held,
    { id, amountCents, words, memberId, reason: "office" },
    doerOf(scope),
  );
  if (!refund) return false;
  // Nobody has to be asked: whoever writes it down has given it.
  if (held.payment.processor === "by-hand")
    await takeInRefund(tx, scope, { ...held, refund }, { state: "sent", processorId: null, failure: null });
  return true;
}
