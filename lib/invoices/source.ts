import { and, asc, eq, getTableColumns, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { invoices } from "@/db/schema/invoices";
import { workOrders } from "@/db/schema/work-orders";
import type { Document } from "@/lib/documents/trunk";
import { amountWords, type MoneyLook } from "@/lib/money";
import { totalCents as scopeTotal } from "@/lib/scopes/lines";
import { newestSent, readRevisions, readLines as readScopeLines } from "@/lib/scopes/revision";
import type { Invoice } from "./read";
import type { SourceView } from "./views";

/** What was invoiced already of what an invoice is made from: drafts are counted, what is void is not. */

/** An invoice that was made from the same. */
type Made = { id: string; clientId: string; number: string | null; title: string; subtotalCents: number };

const isOfScope = (id: string) => eq(invoices.scopeId, id);
export const isOfOrder = (id: string) => eq(invoices.workOrderId, id);

/** The invoices made from a scope or an order, the oldest first. */
export function readMade(tx: Tx, which: SQL): Promise<Made[]> {
  const { id, contactId: clientId, title } = documents;
  const { number, subtotalCents } = invoices;
  return tx
    .select({ id, clientId, title, number, subtotalCents })
    .from(invoices)
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .where(and(which, sql`${documents.closedAs} is distinct from 'void'`))
    .orderBy(asc(documents.createdAt), asc(id));
}

/** What an invoice is made of: a scope or an order, for whom, and how much of it was asked for. */
type Making = {
  from: { scopeId: string } | { workOrderId: string };
  contactId: string;
  madeOf: string;
};

/**
 * The draft that was made of the very same already, as long as it is one: a second tap leads to it. Undefined where there is
 * none. The caller has locked what it is made from.
 */
export async function draftMade(tx: Tx, { from, contactId, madeOf }: Making): Promise<Document | undefined> {
  const isOfIt = "scopeId" in from ? isOfScope(from.scopeId) : isOfOrder(from.workOrderId);
  const isDraft = and(isNull(documents.sentAt), isNull(documents.closedAt));
  const [made] = await tx
    .select(getTableColumns(documents))
    .from(invoices)
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .where(and(isOfIt, eq(invoices.madeOf, madeOf), eq(documents.contactId, contactId), isDraft))
    .orderBy(asc(documents.createdAt), asc(documents.id))
    .limit(1);
  return made;
}

/** How much was agreed in a scope, and how much of it was invoiced, before tax and in cents. */
export type Progress = { totalCents: number; invoicedCents: number };

/** Of the revision that its client has. */
export async function progressOf(tx: Tx, scopeId: string): Promise<Progress> {
  const sent = newestSent(await readRevisions(tx, scopeId));
  const lines = sent ? await readScopeLines(tx, scopeId, sent.number) : [];
  const made = await readMade(tx, isOfScope(scopeId));
  return {
    totalCents: scopeTotal(lines),
    invoicedCents: made.reduce((sum, { subtotalCents }) => sum + subtotalCents, 0),
  };
}

/** “$4,000.00 of $6,480.00 invoiced so far, before tax”, and what that is over the total, if anything. */
export function progressWords({ totalCents, invoicedCents }: Progress, look: MoneyLook) {
  const money = (cents: number) => amountWords(cents, look);
  return {
    words: `${money(invoicedCents)} of ${money(totalCents)} invoiced so far, before tax.`,
    over:
      invoicedCents > totalCents
        ? `That is ${money(invoicedCents - totalCents)} more than the scope’s total. Look over what was invoiced before.`
        : null,
  };
}

/** What an invoice was made from, for the office; null where it was written by hand. */
export async function sourceOf(
  tx: Tx,
  { invoice, document }: Pick<Invoice, "invoice" | "document">,
  locale: string,
): Promise<SourceView | null> {
  const { scopeId, workOrderId, currency } = invoice;
  if (scopeId) {
    const [scope] = await tx
      .select({ title: documents.title })
      .from(documents)
      .where(eq(documents.id, scopeId));
    const progress = progressWords(await progressOf(tx, scopeId), { currency, locale });
    return {
      ...{ what: "scope", id: scopeId, clientId: document.contactId, title: scope?.title ?? "" },
      ...progress,
    };
  }
  if (!workOrderId) return null;
  const { number, title } = workOrders;
  const [order] = await tx.select({ number, title }).from(workOrders).where(eq(workOrders.id, workOrderId));
  return order ? { what: "work-order", ...order } : null;
}
