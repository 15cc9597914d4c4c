import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { invoices } from "@/db/schema/invoices";
import { payments } from "@/db/schema/payments";
import { members, tenants } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import { dayAndClock, dayIn } from "@/lib/dates";
import { type Invoice, type Refund, readInvoice } from "@/lib/invoices/read";
import { invoiceView, type Look } from "@/lib/invoices/show";
import { leftCents } from "@/lib/invoices/standing";
import type { PaymentView } from "@/lib/invoices/views";
import { amountWords, symbolOf, typedAmount } from "@/lib/money";
import { isUuid } from "@/lib/uuid";
import { hereCents } from "./ledger";
import { reasons } from "./refund-reasons";
import { askedBackCents } from "./refunds";
import type { MoneyAsked, OfficePayment, RecordingView, RefundingView, RefundView } from "./views";

/** The payments of an invoice as the office sees them, the latest first. */
export function readPayments(scope: StaffScope, documentId: string, now: Date): Promise<OfficePayment[]> {
  return inTenant(scope, async (tx) => {
    const read = await readInvoice(tx, documentId);
    const [tenant] = await tx.select().from(tenants);
    if (!read || !tenant) return [];
    const look = { zone: tenant.timeZone, locale: tenant.locale, now };
    const names = await readNames(tx);
    return invoiceView(read, look).payments.map((view) =>
      officePayment(view, read, {
        given: read.refunds.filter(({ paymentId }) => paymentId === view.id),
        names,
        look,
      }),
    );
  });
}

type Around = { given: Refund[]; names: Map<string, string>; look: Look };

const readNames = async (tx: Tx) =>
  new Map(
    (await tx.select({ id: members.id, name: members.name }).from(members)).map(({ id, name }) => [id, name]),
  );

function officePayment(view: PaymentView, read: Invoice, { given, names, look }: Around): OfficePayment {
  const row = read.payments.find(({ id }) => id === view.id);
  const lines = read.ledger.filter(({ paymentId }) => paymentId === view.id);
  const here = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const asked = given
    .filter(({ state }) => state === "asked")
    .reduce((sum, each) => sum + each.amountCents, 0);
  const money = (cents: number) =>
    amountWords(cents, { currency: read.invoice.currency, locale: look.locale });
  const isHere = view.state === "received" && here - asked > 0;
  return {
    ...view,
    recordedBy: (row?.memberId && names.get(row.memberId)) ?? null,
    note: row?.note ?? "",
    left: isHere ? money(here - asked) : null,
    mayTakeBack: view.isByHand && isHere && given.every(({ state }) => state === "failed"),
    refunds: given.map((refund) => refundView(refund, { given, names, look }, money(refund.amountCents))),
  };
}

function refundView(refund: Refund, { names, look }: Around, amount: string): RefundView {
  const { id, state, reason, words, failure, memberId, createdAt, endedAt } = refund;
  return {
    ...{ id, state, failure, amount },
    when: dayAndClock(endedAt ?? createdAt, look.zone, look.locale),
    why: words || reasons[reason],
    by: (memberId && names.get(memberId)) ?? null,
  };
}

/** What the dialog that records a payment begins with; undefined where there is nothing to record. */
export function readRecording(
  scope: StaffScope,
  documentId: string,
  now: Date,
): Promise<RecordingView | undefined> {
  return inTenant(scope, async (tx) => {
    const [found] = await tx
      .select({ document: documents, invoice: invoices, tenant: tenants })
      .from(invoices)
      .innerJoin(documents, eq(documents.id, invoices.documentId))
      .innerJoin(tenants, eq(tenants.id, invoices.tenantId))
      .where(eq(invoices.documentId, documentId));
    if (!found?.document.sentAt || found.document.closedAt) return undefined;
    const { invoice, tenant } = found;
    const asked = moneyAsked(leftCents(invoice), { currency: invoice.currency, locale: tenant.locale });
    return { ...asked, today: dayIn(now, tenant.timeZone) };
  });
}

/** What the dialog that refunds a payment begins with; undefined where nothing of it is left. */
export function readRefunding(
  scope: StaffScope,
  { documentId, paymentId }: { documentId: string; paymentId: string },
): Promise<RefundingView | undefined> {
  if (!isUuid(paymentId)) return Promise.resolve(undefined);
  return inTenant(scope, async (tx) => {
    const [payment] = await tx.select().from(payments).where(eq(payments.id, paymentId));
    const [tenant] = await tx.select().from(tenants);
    if (payment?.documentId !== documentId || payment.state !== "received" || !tenant) return undefined;
    const left = (await hereCents(tx, paymentId)) - (await askedBackCents(tx, { paymentId }));
    if (left <= 0) return undefined;
    const { payer, label, processor, currency } = payment;
    const asked = moneyAsked(left, { currency, locale: tenant.locale });
    return { ...asked, paymentId, payer, label, isByHand: processor === "by-hand" };
  });
}

function moneyAsked(cents: number, look: { currency: string; locale: string }): MoneyAsked {
  return {
    newId: randomUUID(),
    left: cents,
    typed: typedAmount(cents),
    most: amountWords(cents, look),
    symbol: symbolOf(look),
  };
}
