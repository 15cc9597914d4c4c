import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { invoices } from "@/db/schema/invoices";
import { payments } from "@/db/schema/payments";
import { dayAsOf, recently } from "@/lib/dates";
import { methodWords } from "@/lib/invoices/show";
import { amountWords } from "@/lib/money";
import type { Reading } from "./reading";
import type { LastRow } from "./views";

const mostShown = 8;

/** The payments that came last, as they became known here. */
export async function readLast(tx: Tx, { zone, locale, now, today }: Reading): Promise<LastRow[]> {
  const rows = await tx
    .select({
      id: payments.id,
      documentId: payments.documentId,
      clientId: documents.contactId,
      title: documents.title,
      number: invoices.number,
      payer: payments.payer,
      label: payments.label,
      method: payments.method,
      amountCents: payments.amountCents,
      currency: payments.currency,
      receivedAt: payments.receivedAt,
      createdAt: payments.createdAt,
      paidOn: payments.paidOn,
    })
    .from(payments)
    .innerJoin(documents, eq(documents.id, payments.documentId))
    .innerJoin(invoices, eq(invoices.documentId, payments.documentId))
    .where(and(eq(payments.state, "received"), isNotNull(payments.receivedAt)))
    .orderBy(desc(payments.receivedAt))
    .limit(mostShown);
  return rows.map((row) => ({
    ...{ id: row.id, documentId: row.documentId, clientId: row.clientId, payer: row.payer },
    what: [row.number ?? row.title, methodWords(row)].filter(Boolean).join(", "),
    when: row.paidOn
      ? dayAsOf(row.paidOn, today, locale)
      : recently(row.receivedAt ?? row.createdAt, zone, now, locale),
    amount: amountWords(row.amountCents, { currency: row.currency, locale }),
  }));
}
