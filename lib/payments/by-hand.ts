import { eq } from "drizzle-orm";
import type { z } from "zod";
import { inTenant, type Tx } from "@/db/client";
import { payments } from "@/db/schema/payments";
import { contacts } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { dayIn } from "@/lib/dates";
import { lockDocument } from "@/lib/documents/trunk";
import { leftCents } from "@/lib/invoices/standing";
import { tellPaymentFailed } from "@/lib/invoices/tell";
import { amountWords } from "@/lib/money";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { type Held, holdPayment, holdRow, type OfInvoice, ofInvoice, type Payment } from "./hold";
import { hereCents } from "./ledger";
import { receive, reverse } from "./receive";
import { askedBackCents } from "./refunds";
import type { recording, takingBack } from "./sent";

type Recording = z.output<typeof recording>;

/**
 * Writes down money that came without a processor: into the bank, in cash, by cheque. Recorded twice by the same form it
 * counts once. Refuses an invoice that was not sent or is over, a day that is still to come, more than is left of it, another
 * payment under an id that is taken, and as stale a form that showed something else as left: it may be the same money.
 */
export async function recordPayment(
  scope: StaffScope,
  sent: Recording,
  now = new Date(),
): Promise<Outcome<OfInvoice>> {
  const { documentId } = sent;
  return inTenant(scope, async (tx) => {
    const locked = await lockDocument(tx, documentId, "invoice");
    // The same form once more: it may have waited for itself.
    const recorded = await findRecorded(tx, sent);
    if (recorded) return recorded;
    if (!locked.ok) return locked;
    const held = await holdRow(tx, locked.value);
    const [tenant] = await tx.select().from(tenants);
    if (!held || !tenant) return refuse("not-found");
    if (!held.document.sentAt) return refuse("not-allowed-now", { sentence: notSent });
    if (sent.paidOn > dayIn(now, tenant.timeZone))
      return refuse("invalid", { field: "paidOn", sentence: stillToCome });
    const left = leftCents(held.invoice);
    const look = { currency: held.invoice.currency, locale: tenant.locale };
    if (sent.left !== left) return refuse("stale", { sentence: notAsShown(amountWords(left, look)) });
    if (sent.amount > left)
      return refuse("invalid", { field: "amount", sentence: moreThanLeft(amountWords(left, look)) });
    const payment = await write(tx, scope, held, sent);
    if (!payment) return refuse("not-allowed-now", { sentence: isAnother });
    const came = { amountCents: sent.amount, at: now, by: doerOf(scope) };
    await receive(tx, scope, { ...held, payment }, came);
    return done(ofInvoice(held));
  });
}

const notSent = "Send the invoice first. Money is recorded on what the client has.";
const stillToCome = "That day is still to come. Choose the day on which the money came.";
const notAsShown = (left: string) =>
  `A payment came or went while you were looking, so nothing was recorded. ${left} is left to pay now. Record this one if it isn’t among the payments yet.`;
const moreThanLeft = (left: string) =>
  `Only ${left} is left to pay. Record that much, and keep the rest for another invoice or give it back.`;

const isAnother =
  "Another payment was recorded by this form already, so this one was not. Open the form again to record it.";

/** What became of the same form before; refuses where it was another payment. Undefined where there was none. */
async function findRecorded(tx: Tx, sent: Recording): Promise<Outcome<OfInvoice> | undefined> {
  const [made] = await tx.select().from(payments).where(eq(payments.id, sent.paymentId));
  if (!made) return undefined;
  const { documentId, processor, amountCents, method, paidOn, note, contactId: clientId } = made;
  const isSame =
    processor === "by-hand" &&
    documentId === sent.documentId &&
    amountCents === sent.amount &&
    method === sent.method &&
    paidOn === sent.paidOn &&
    note === sent.note;
  return isSame ? done({ documentId, clientId }) : refuse("not-allowed-now", { sentence: isAnother });
}

/** Undefined where its id is taken, by a payment of another business too. */
async function write(
  tx: Tx,
  scope: StaffScope,
  { document, invoice }: Held,
  sent: Recording,
): Promise<Payment | undefined> {
  const { paymentId: id, amount: amountCents, method, paidOn, note } = sent;
  const [client] = await tx.select().from(contacts).where(eq(contacts.id, document.contactId));
  if (!client) throw new Error("An invoice’s client is gone.");
  const [payment] = await tx
    .insert(payments)
    .values({
      ...{ id, documentId: document.id, amountCents, method, paidOn, note },
      processor: "by-hand",
      state: "received",
      currency: invoice.currency,
      contactId: client.id,
      person: "primary",
      payer: client.name,
      memberId: scope.actor.memberId,
    })
    .onConflictDoNothing()
    .returning();
  return payment;
}

/**
 * Takes a record back that was wrong: an invoice that it paid is open again, and whoever was sent the receipt is told. Taken
 * back twice it is taken back once. Refuses what a processor took, which is refunded, and what was refunded.
 */
export async function takeBack(
  scope: StaffScope,
  { paymentId, words }: z.output<typeof takingBack>,
): Promise<Outcome<OfInvoice>> {
  return inTenant(scope, async (tx) => {
    const held = await holdPayment(tx, paymentId);
    if (!held) return refuse("not-found");
    const { document, payment } = held;
    if (payment.processor !== "by-hand") return refuse("not-allowed-now", { sentence: notByHand });
    if (payment.state === "failed") return done(ofInvoice(held));
    const here = await hereCents(tx, paymentId);
    if (here !== payment.amountCents || (await askedBackCents(tx, { paymentId })) > 0)
      return refuse("not-allowed-now", { sentence: refunded });
    await reverse(tx, held, { amountCents: here, words, by: doerOf(scope) });
    if (document.closedAs !== "void")
      await tellPaymentFailed(tx, scope, { documentId: document.id, paymentId });
    return done(ofInvoice(held));
  });
}

const notByHand = "This was paid online, so it can’t be taken back. Refund it instead.";
const refunded = "Some of this was refunded already, so it stays as it is.";
