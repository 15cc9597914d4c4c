import { and, eq, isNotNull } from "drizzle-orm";
import type { z } from "zod";
import { listInTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { invoices } from "@/db/schema/invoices";
import { ledger, payments } from "@/db/schema/payments";
import { contacts } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import { mayBeSeenBy } from "@/lib/auth/may-see";
import type { ClientScope, StaffScope } from "@/lib/auth/scope";
import { dayIn } from "@/lib/dates";
import { isUuid } from "@/lib/uuid";
import { ledgerDay, ledgerWords } from "./ledger-words";
import { type periodAsked, periodOf } from "./period";
import { receiptNumber } from "./show";
import { type NamedCharge, type NamedMoney, statementView } from "./statement-view";
import type { Statement } from "./views";

/** Whose statement: the office asks for any client of its business, a client for their own. */
export type StatementScope = StaffScope | ClientScope;

/**
 * What a client owed and paid in a period; this year up to today unless said. A client has in it what they may read, so that
 * without a portal it is what was addressed to them. Undefined where there is no such client for whoever asks.
 */
export function readStatement(
  scope: StatementScope,
  contactId: string,
  asked: { period: z.output<typeof periodAsked>; now: Date },
): Promise<Statement | undefined> {
  return listInTenant(scope, async (tx) => {
    const [[tenant], client] = await Promise.all([tx.select().from(tenants), clientOf(tx, scope, contactId)]);
    if (!tenant || !client) return undefined;
    const { locale, currency, timeZone: zone } = tenant;
    const dayOf = (at: Date) => dayIn(at, zone);
    const today = dayOf(asked.now);
    const lines = await readLines(tx, scope, { contactId, dayOf });
    const period = periodOf(asked.period, today);
    return statementView({ client, ...lines }, { period, today, locale, currency });
  });
}

async function clientOf(tx: Tx, { actor }: StatementScope, id: string): Promise<string | undefined> {
  if (!isUuid(id) || (actor.kind === "client" && actor.contactId !== id)) return undefined;
  const which = and(eq(contacts.id, id), eq(contacts.kind, "client"));
  const [found] = await tx.select({ name: contacts.name }).from(contacts).where(which);
  return found?.name;
}

type Which = { contactId: string; dayOf: (at: Date) => string };

async function readLines(tx: Tx, scope: StatementScope, { contactId, dayOf }: Which) {
  const { actor } = scope;
  const isTheirs = and(
    eq(documents.contactId, contactId),
    eq(documents.kind, "invoice"),
    actor.kind === "client" ? mayBeSeenBy({ ...scope, actor }) : isNotNull(documents.sentAt),
  );
  const sent = await tx
    .select({ invoice: invoices, ...written })
    .from(documents)
    .innerJoin(invoices, eq(invoices.documentId, documents.id))
    .where(and(isTheirs, isNotNull(invoices.number)))
    .orderBy(invoices.serial);
  const moved = await tx
    .select({ entry: ledger, payment: payments, number: invoices.number })
    .from(documents)
    .innerJoin(invoices, eq(invoices.documentId, documents.id))
    .innerJoin(ledger, eq(ledger.documentId, documents.id))
    .innerJoin(payments, eq(payments.id, ledger.paymentId))
    .where(and(isTheirs, isNotNull(invoices.number)))
    .orderBy(ledger.at, ledger.id);
  return {
    charges: sent.map((row) => chargeOf(row, dayOf)),
    money: moved.map((row) => moneyOf(row, dayOf)),
  };
}

const written = {
  title: documents.title,
  dueOn: documents.dueOn,
  closedAs: documents.closedAs,
  closedAt: documents.closedAt,
};

type Sent = { invoice: typeof invoices.$inferSelect } & Pick<
  typeof documents.$inferSelect,
  keyof typeof written
>;

function chargeOf({ invoice, closedAs, closedAt, ...document }: Sent, dayOf: Which["dayOf"]): NamedCharge {
  const { documentId, number, issuedOn, ...rest } = invoice;
  if (!number || !issuedOn) throw new Error(`The invoice ${documentId} was sent without a number.`);
  // One that was paid, given back and made void after that asks for nothing since it was given back, as it was told then.
  const isPaid = closedAs === "paid" || (closedAt !== null && invoice.paidAt !== null);
  const voidOn = closedAt !== null && !isPaid ? dayOf(closedAt) : null;
  return { ...rest, ...document, documentId, number, issuedOn, voidOn, isPaid };
}

type Moved = {
  entry: typeof ledger.$inferSelect;
  payment: typeof payments.$inferSelect;
  number: string | null;
};

function moneyOf({ entry, payment, number }: Moved, dayOf: Which["dayOf"]): NamedMoney {
  const { id, documentId, kind, amountCents } = entry;
  return {
    ...{ id, documentId, kind, amountCents },
    day: ledgerDay(entry, payment, dayOf),
    words: ledgerWords(entry, payment),
    receipt: number && payment.receipt ? receiptNumber(number, payment.receipt) : null,
  };
}
