import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { documents } from "./schema/documents";
import { events } from "./schema/events";
import { invoiceLines, invoices } from "./schema/invoices";
import { ledger, payments, practiceCheckouts } from "./schema/payments";
import { contacts } from "./schema/people";
import { tenants } from "./schema/tenants";
import { type InvoiceStory, invoiceStories, type Paid } from "./seed-invoice-story";
import type { Fill, Filling } from "./seed-kinds";

type Telling = Filling & { number: string; totalCents: number; client: typeof contacts.$inferSelect };

/** The demo's invoices: their lines and what they come to, and the money that came, each entry of it in the ledger. */
export const fillInvoice: Fill = async (filling) => {
  const { tx, document } = filling;
  const { tenantId, id: documentId, title, sentAt } = document;
  const [row] = await tx
    .select({ tenant: tenants, client: contacts })
    .from(contacts)
    .innerJoin(tenants, eq(tenants.id, contacts.tenantId))
    .where(and(eq(contacts.id, document.contactId), eq(contacts.tenantId, tenantId)));
  const story = invoiceStories[`${row?.client.name}: ${title}`];
  if (!row || !story) throw new Error(`The invoice “${title}” has no story.`);
  const { tenant, client } = row;
  const sums = sumsOf(story);
  const number = sentAt ? `${tenant.invoicePrefix}${story.serial}` : null;
  await tx.insert(invoices).values({
    ...{ tenantId, documentId, currency: tenant.currency, ...sums },
    ...(sentAt && { serial: story.serial, number, issuedOn: dayIn(sentAt, tenant.timeZone) }),
    ...(sentAt && story.depositCents && { depositDueOn: dayIn(weekAfter(sentAt), tenant.timeZone) }),
    ...{ takesParts: story.takesParts ?? false, depositCents: story.depositCents ?? null },
  });
  const taxed = { taxName: "Sales tax", taxMilliPercent: story.taxMilliPercent };
  await tx
    .insert(invoiceLines)
    .values(story.lines.map((line, place) => ({ tenantId, documentId, place, ...taxed, ...line })));
  if (!number) return;
  await tellIssued(filling, number, sums.totalCents);
  if (story.paid) await fillPayment({ ...filling, number, totalCents: sums.totalCents, client }, story.paid);
};

/** Integer cents: each line to the cent, and the tax of all of them once. */
function sumsOf({ lines, taxMilliPercent }: InvoiceStory) {
  const subtotalCents = lines
    .map(({ quantityMilli = 1000, unitCents }) => Math.round((quantityMilli * unitCents) / 1000))
    .reduce((sum, cents) => sum + cents, 0);
  const taxCents = Math.round((subtotalCents * taxMilliPercent) / 100_000);
  return { subtotalCents, taxCents, totalCents: subtotalCents + taxCents };
}

const weekAfter = (at: Date) => new Date(at.getTime() + 7 * 24 * 3_600_000);

const dayIn = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(at);

async function tellIssued({ tx, document, member }: Filling, number: string, amountCents: number) {
  const { tenantId, id: documentId, contactId, title, sentAt } = document;
  await tx.insert(events).values({
    ...{ tenantId, at: sentAt ?? new Date(), kind: "invoice.issued", contactId, documentId },
    ...{ actor: "member", actorId: member.id, actorName: member.name },
    detail: { documentId, documentKind: "invoice", title, number, amountCents },
  });
}

/** Money that came: its payment, its line in the ledger, and, where that was all, an invoice that is over. */
async function fillPayment(telling: Telling, paid: Paid): Promise<void> {
  const { tx, document, clock, client, member, totalCents } = telling;
  const { tenantId, id: documentId, contactId, title } = document;
  const at = clock(paid.day, paid.at);
  const amountCents = paid.amountCents ?? totalCents;
  const paymentId = randomUUID();
  await tx.insert(payments).values({
    ...{ tenantId, id: paymentId, documentId, contactId, amountCents, currency: "USD", state: "received" },
    ...{ person: "primary", payer: client.name, address: client.email, method: paid.method },
    ...{ receipt: 1, createdAt: at, receivedAt: at },
    ...(await processedBy(telling, paid, { paymentId, amountCents, at })),
  });
  await tx.insert(ledger).values({ tenantId, documentId, paymentId, kind: "payment", amountCents, at });
  const isAll = amountCents === totalCents;
  const paidAt = isAll ? at : null;
  const ofIt = and(eq(invoices.tenantId, tenantId), eq(invoices.documentId, documentId));
  await tx.update(invoices).set({ paidCents: amountCents, paidAt }).where(ofIt);
  if (isAll)
    await tx
      .update(documents)
      .set({ closedAt: at, closedAs: "paid", answeredAt: at, answeredAs: "paid" })
      .where(and(eq(documents.tenantId, tenantId), eq(documents.id, documentId)));
  const byHand = paid.method !== "card";
  await tx.insert(events).values({
    ...{ tenantId, at, kind: "payment.received", contactId, documentId },
    ...(byHand
      ? { actor: "member", actorId: member.id, actorName: member.name }
      : { actor: "contact", actorId: contactId, actorName: client.name }),
    detail: { documentId, documentKind: "invoice", title, amountCents, label: paid.label },
  });
}

type Sum = { paymentId: string; amountCents: number; at: Date };

/** A card is in the practice processor’s book; what came by hand was written down by a member. */
async function processedBy({ tx, document, member, number }: Telling, paid: Paid, sum: Sum) {
  if (paid.method !== "card")
    return {
      ...{ processor: "by-hand" as const, memberId: member.id, note: paid.label },
      paidOn: sum.at.toISOString().slice(0, 10),
    };
  const { tenantId, id: documentId } = document;
  const { paymentId, amountCents, at } = sum;
  const checkoutId = randomUUID();
  await tx.insert(practiceCheckouts).values({
    ...{ tenantId, id: checkoutId, paymentId, amountCents, currency: "USD", title: `Invoice ${number}` },
    ...{ returnTo: `/portal/invoices/${documentId}`, state: "paid", method: "card", label: paid.label },
    createdAt: at,
  });
  return { processor: "practice" as const, checkoutId, intentId: checkoutId, label: paid.label };
}
