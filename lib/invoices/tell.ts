import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { documents } from "@/db/schema/documents";
import { payments, refunds } from "@/db/schema/payments";
import { contacts } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import { phoneWords } from "@/lib/address";
import { doerOf, type Scope } from "@/lib/auth/scope";
import { queueMessage } from "@/lib/delivery/queue-message";
import { onePerPerson } from "@/lib/documents/tell-client";
import { enqueue } from "@/lib/jobs/queue";
import { addressesOf, nameAt, sendLink } from "@/lib/links/send";
import { amountWords } from "@/lib/money";
import { uuidOf } from "@/lib/uuid";
import { readInvoice } from "./read";
import { invoiceSays } from "./says";
import { methodWords } from "./show";

/** Who hears of an invoice’s money, in the transaction in which it came or went. No message names a bank account of the business. */

/** Leaves the receipt to a job: it carries a PDF, which is drawn once the money stands. */
export function tellReceipt(
  tx: Tx,
  { tenantId }: Scope,
  which: { documentId: string; paymentId: string },
): Promise<void> {
  return enqueue(tx, "send-receipt", { tenantId, ...which }, `receipt:${which.paymentId}`);
}

/** Tells whoever paid that money goes back to them, how much, and where to. */
export async function tellRefund(
  tx: Tx,
  _scope: Scope,
  { documentId, refundId }: { documentId: string; refundId: string },
): Promise<void> {
  const [found] = await tx
    .select({ refund: refunds, payment: payments })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(and(eq(refunds.id, refundId), eq(payments.documentId, documentId)));
  if (!found) throw new Error("A refund that is told of is gone.");
  const { refund, payment } = found;
  const { tenant, document, contact, number } = await surroundings(tx, payment);
  const amount = amountWords(refund.amountCents, { currency: payment.currency, locale: tenant.locale });
  const to = methodWords(payment);
  for (const address of payerAt(payment, document, contact)) {
    await writeOfMoney(tx, { tenant, contact, address }, `refund ${refundId} ${address}`, {
      heading: `${tenant.name} is giving ${amount} back`,
      words: whyBack(refund, payment),
      rows: rowsOf({
        Amount: amount,
        To: to,
        Invoice: `${number}, ${document.title}`,
        Why: refund.words,
      }),
    });
  }
}

type Refund = typeof refunds.$inferSelect;

const reasons: Record<Refund["reason"], string> = {
  void: "The invoice was cancelled before your payment came.",
  surplus: "It is more than was due.",
  office: "",
  processor: "",
};

/** Why it goes back, and how long that takes: what came by hand goes back by hand, and no bank may ever show it. */
const whyBack = ({ reason }: Refund, { processor }: Payment): string =>
  [reasons[reason], processor !== "by-hand" && "It can take some days until your bank shows the money."]
    .filter(Boolean)
    .join(" ");

type Failed = { documentId: string; paymentId: string; lostCents?: number };

/**
 * Tells whoever tried to pay that it did not go through, or how much of it was taken back, with a link to pay again; where
 * the hour has no link left for them, or nothing is asked for, without one.
 */
export async function tellPaymentFailed(
  tx: Tx,
  scope: Scope,
  { documentId, paymentId, lostCents }: Failed,
): Promise<void> {
  const [payment] = await tx.select().from(payments).where(eq(payments.id, paymentId));
  if (!payment) throw new Error("A payment that is told of is gone.");
  const { tenant, document, contact, number } = await surroundings(tx, payment);
  const look = { currency: payment.currency, locale: tenant.locale };
  const amount = amountWords(lostCents ?? payment.amountCents, look);
  const failure = failureWords(payment, amount, amountWords(payment.amountCents, look));
  const asked = await invoiceSays(tx, documentId, new Date());
  const says = { ...asked, ...failure };
  for (const address of payerAt(payment, document, contact)) {
    const channel = address.includes("@") ? ("email" as const) : ("sms" as const);
    const what = { purpose: "invoice", document, occasion: "payment-failed", says } as const;
    const to = { tenant, contact, channel, address };
    if (asked.amount && (await sendLink(tx, to, { ...what, by: doerOf(scope) })).ok) continue;
    await writeOfMoney(tx, { tenant, contact, address }, `failed ${paymentId} ${address}`, {
      heading: `Your payment ${failure.became}`,
      words: [failure.words, asked.amount && payFrom].filter(Boolean).join(" "),
      rows: rowsOf({ Amount: amount, By: methodWords(payment), Invoice: `${number}, ${document.title}` }),
    });
  }
}

const payFrom = "You can pay from the message that brought you the invoice.";

type Payment = typeof payments.$inferSelect;

/** What became of it, and why. One that had its receipt was taken back by the bank; one that the office wrote down, by the office. */
function failureWords({ receipt, failure, processor }: Payment, amount: string, whole: string) {
  const told = (became: string, ...words: (string | null)[]) => ({
    became,
    words: words.filter(Boolean).join(" "),
  });
  if (processor === "by-hand")
    return told(
      "was noted by mistake",
      `${amount} was noted as paid by mistake, and doesn’t count.`,
      failure,
    );
  if (receipt === null) return told("didn’t go through", failure, "Nothing was taken.");
  if (amount !== whole)
    return told("was taken back in part", `The bank took ${amount} of your ${whole} back.`, failure);
  return told("was taken back", `The bank took your ${amount} back.`, failure);
}

type Contact = typeof contacts.$inferSelect;
type Document = typeof documents.$inferSelect;
export type Reader = { tenant: typeof tenants.$inferSelect; contact: Contact; address: string };

/** The invoice that a payment is of, its business and its client, who is the one that paid. */
export async function surroundings(
  tx: Tx,
  { documentId, contactId }: Pick<Payment, "documentId" | "contactId">,
) {
  const [read, [tenant], [contact]] = await Promise.all([
    readInvoice(tx, documentId),
    tx.select().from(tenants),
    tx.select().from(contacts).where(eq(contacts.id, contactId)),
  ]);
  if (!read || !tenant || !contact) throw new Error("An invoice that is told of is gone.");
  return { read, tenant, contact, document: read.document, number: read.invoice.number ?? "" };
}

/**
 * Where whoever paid is told: at the address with which they were in, as long as it is theirs; of what the office wrote
 * down, each of the two at the address that the invoice went to. Nobody who isn’t active.
 */
export function payerAt({ address }: Payment, { addressedTo }: Document, contact: Contact): string[] {
  if (!contact.active) return [];
  if (address && addressesOf(contact).includes(address)) return [address];
  return onePerPerson(addressedTo, contact);
}

/** What a letter says of money: of each fact that there is one row. */
type Told = {
  heading: string;
  words: string;
  rows: { label: string; value: string }[];
  fileId?: string | null;
};

export const rowsOf = (facts: Record<string, string | null>): Told["rows"] =>
  Object.entries(facts).flatMap(([label, value]) => (value ? [{ label, value }] : []));

/** Queues one letter or SMS about money; of the same `once` it goes out once. */
export async function writeOfMoney(
  tx: Tx,
  { tenant, contact, address }: Reader,
  once: string,
  { heading, words, rows, fileId = null }: Told,
): Promise<void> {
  const channel = address.includes("@") ? "email" : "sms";
  await queueMessage(tx, {
    ...{ id: uuidOf(once), tenantId: tenant.id, kind: "money-told", channel, address, fileId },
    contactId: contact.id,
    detail: {
      agency: tenant.name,
      logo: tenant.logo,
      brandColour: tenant.brandColour,
      agencyPhone: phoneWords(tenant.phone),
      agencyEmail: tenant.email,
      zone: tenant.timeZone,
      locale: tenant.locale,
      person: nameAt(contact, address),
      ...{ heading, words, rows: JSON.stringify(rows) },
    },
  });
}
