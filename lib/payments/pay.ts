import { and, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { payments } from "@/db/schema/payments";
import { tenants } from "@/db/schema/tenants";
import { GoTo } from "@/lib/auth/form";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { AtDocument } from "@/lib/auth/scope";
import { type Document, lockForClient, tell } from "@/lib/documents/trunk";
import { askedNow, leastCents, leftCents, mayPay, mostOnlineCents } from "@/lib/invoices/standing";
import { documentHref } from "@/lib/links/policy";
import { log } from "@/lib/log";
import { amountWords } from "@/lib/money";
import { done, type Outcome, type Refusal, refuse } from "@/lib/outcome";
import { type Held, holdRow, type Payment } from "./hold";
import { closeCheckout } from "./look";
import type { Processor } from "./processor";
import { tillHere } from "./tills";
import { watchCheckout } from "./watch";

type Payer = AtDocument<DocumentScope>;

/** Whether a client can pay in that currency by card or from a bank account; where not, the bank details alone are shown. */
export const canPayOnline = (currency: string): boolean => tillHere() !== undefined && hasCents(currency);

/** A processor counts a yen as one and a dinar in thousandths: our cents would be another amount there. */
const hasCents = (currency: string) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits === 2;

/**
 * Leads whoever pays to the processor’s page. One checkout of an invoice is open at a time: the same amount leads the same
 * person to the same one, and anything else closes the former first. Refuses an invoice that is over, and an amount that it
 * does not ask for now.
 */
export async function startPayment(
  scope: Payer,
  { amountCents }: { amountCents: number },
): Promise<Outcome<GoTo>> {
  const till = tillHere();
  if (!till) return refuse("not-allowed-now", { sentence: notOnline });
  for (let turn = 1; ; turn += 1) {
    const claimed = await inTenant(scope, (tx) => claim(tx, scope, till, amountCents));
    if (!claimed.ok) return claimed;
    if ("checkout" in claimed.value) return leadTo(scope, till, claimed.value.checkout);
    // Whoever gives up closes nothing: somebody’s checkout stays open.
    if (turn === mostTurns) return refuse("busy", { sentence: othersPay });
    try {
      await closeCheckout({ tenantId: scope.tenantId, paymentId: claimed.value.former });
    } catch (error) {
      return outOfReach(error);
    }
  }
}

/** How often it is tried to open one, each time after a former one was closed, before whoever pays is asked to wait. */
const mostTurns = 5;

const otherWay = "Pay by bank transfer if an account is named here, or ask how to pay.";
const notOnline = `This can’t be paid online. ${otherWay}`;
const tooLittle = `That is less than can be paid online. ${otherWay}`;
const othersPay = "Somebody else is paying this invoice at the moment. Wait a minute, then reload.";
const otherAmount =
  "What is to be paid has changed since you opened this page, so you were not led to pay. Look at what is due now.";
const cantReach = "The payment page can’t be reached just now. Nothing was paid. Try again in a minute.";

type Claimed = { checkout: Opening } | { former: string };
type Opening = { payment: Payment; title: string };

/** The payment that is open for this person and amount, or a new one; or the one that has to be closed before. */
async function claim(tx: Tx, scope: Payer, till: Processor, amountCents: number): Promise<Outcome<Claimed>> {
  const locked = await lockForClient(tx, scope);
  if (!locked.ok) return locked;
  const held = await holdRow(tx, locked.value);
  if (!held) return refuse("not-found");
  const { document, invoice } = held;
  if (!hasCents(invoice.currency)) return refuse("not-allowed-now", { sentence: notOnline });
  const [tenant] = await tx.select().from(tenants);
  if (!tenant) throw new Error("A business that is paid is gone.");
  if (!mayPay({ ...invoice, ...factsOf(document) }, amountCents))
    return refuse("not-allowed-now", { sentence: whyNotThat(amountCents, held, tenant.locale) });
  const isOpen = and(eq(payments.documentId, document.id), eq(payments.state, "started"));
  const [open] = await tx
    .select({ payment: payments, isYoung: sql<boolean>`created_at > now() - interval '20 hours'` })
    .from(payments)
    .where(isOpen);
  const title = `Invoice ${invoice.number ?? ""} from ${tenant.name}`;
  const account = till.name === "stripe" ? tenant.stripeAccount : null;
  const wanted = { processor: till.name, amountCents, account };
  if (open && !(open.isYoung && isFor(open.payment, wanted, scope))) return done({ former: open.payment.id });
  const payment = open?.payment ?? (await begin(tx, scope, held, wanted));
  await watchCheckout(tx, { tenantId: scope.tenantId, paymentId: payment.id });
  return done({ checkout: { payment, title } });
}

/** Of an invoice that takes parts whoever typed one reads what they may type instead. */
function whyNotThat(amountCents: number, { document, invoice }: Held, locale: string): string {
  const asked = askedNow({ ...invoice, ...factsOf(document) });
  const left = leftCents(invoice);
  const words = (cents: number) => amountWords(cents, { currency: invoice.currency, locale });
  const isAsked = amountCents === left || amountCents === asked?.amountCents;
  if (!asked || !(invoice.takesParts || isAsked)) return otherAmount;
  if (left < leastCents || (isAsked && amountCents < leastCents)) return tooLittle;
  if (amountCents > mostOnlineCents && left > mostOnlineCents)
    return `At most ${words(mostOnlineCents)} can be paid online at once. ${invoice.takesParts ? "Type that much or less." : otherWay}`;
  if (amountCents > left)
    return `At most ${words(left)} can be paid: no more is left. Type that much, or a part of it.`;
  if (amountCents < leastCents)
    return `At least ${words(leastCents)} is paid at once. Type that much or more.`;
  return `That would leave ${words(left - amountCents)}, which is too little to pay online. Type ${insteadOf(left, words)}.`;
}

/** What may be typed instead of a part that leaves too little. */
function insteadOf(left: number, words: (cents: number) => string): string {
  const part = left - leastCents;
  return [
    part >= leastCents && `${words(part)} or less`,
    left <= mostOnlineCents && `all of it, ${words(left)}`,
  ]
    .filter(Boolean)
    .join(", or ");
}

const isFor = (payment: Payment, { processor, amountCents, account }: Beginning, { actor }: Payer) =>
  payment.processor === processor &&
  payment.amountCents === amountCents &&
  payment.account === account &&
  payment.contactId === actor.contactId &&
  payment.person === actor.person;

const factsOf = ({ sentAt, closedAs }: Document) => ({ sentAt, closedAs });

type Beginning = Pick<Payment, "processor" | "amountCents" | "account">;

async function begin(
  tx: Tx,
  scope: Payer,
  { document, invoice }: Held,
  beginning: Beginning,
): Promise<Payment> {
  const { contactId, person, name: payer, address } = scope.actor;
  const linkId = scope.actor.kind === "pass" ? scope.actor.linkId : null;
  const { currency } = invoice;
  const [payment] = await tx
    .insert(payments)
    .values({ ...beginning, documentId: document.id, currency, contactId, person, payer, address, linkId })
    .returning();
  if (!payment) throw new Error("A payment was not stored.");
  const { amountCents } = payment;
  await tell(tx, scope, { kind: "payment.started", document, linkId, detail: { amountCents } });
  return payment;
}

/** A checkout is kept open for less than the day that Stripe allows, so that a clock that is ahead does no harm. */
const checkoutMs = 23 * 3_600_000;

/** The address of its checkout, which is stored before anybody goes there: nobody can pay by one that is not known. */
async function leadTo(scope: Payer, till: Processor, { payment, title }: Opening): Promise<Outcome<GoTo>> {
  if (payment.checkoutUrl) return done(new GoTo(payment.checkoutUrl));
  const { id: paymentId, tenantId, documentId, amountCents, currency, address, account } = payment;
  try {
    const { checkoutId, url } = await till.begin({
      ...{ paymentId, tenantId, documentId, amountCents, currency, title, account },
      email: address?.includes("@") ? address : null,
      returnTo: documentHref("invoice", documentId),
      expiresAt: new Date(payment.createdAt.getTime() + checkoutMs),
    });
    const isOpen = and(eq(payments.id, paymentId), eq(payments.state, "started"));
    const stored = await inTenant(scope, (tx) =>
      tx.update(payments).set({ checkoutId, checkoutUrl: url }).where(isOpen).returning({ id: payments.id }),
    );
    if (stored.length > 0) return done(new GoTo(url));
    // Somebody else’s tap ended it meanwhile: nobody is to be led there.
    await till.close({ checkoutId, account });
    return refuse("busy", { sentence: othersPay });
  } catch (error) {
    return outOfReach(error);
  }
}

function outOfReach(error: unknown): Refusal {
  log.error({ err: error }, "a processor could not be reached");
  return refuse("unavailable", { sentence: cantReach });
}
