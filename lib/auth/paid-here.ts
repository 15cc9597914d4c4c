import { and, eq, isNull, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { payments } from "@/db/schema/payments";
import { contacts } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import { isStillAt } from "@/lib/links/person";
import { done, refuse } from "@/lib/outcome";
import { isUuid } from "@/lib/uuid";
import { readerOf } from "./client-gates";
import { readCookie, setCookie } from "./cookies";
import { deviceFamily } from "./device";
import type { Gate } from "./gates";
import type { DocumentScope } from "./may-see";
import { type AtDocument, type PassScope, type PayerScope, scopeOf } from "./scope";

/** So many payments’ receipts stand open in one browser. */
const mostPaid = 3;

/**
 * Remembers in this browser the payment that its pass has just begun: the pass ends when the invoice is paid, and whoever
 * paid sees the receipt all the same.
 */
export async function rememberPaying(scope: AtDocument<PassScope>, userAgent: string | null): Promise<void> {
  const { documentId, tenantId, actor } = scope;
  const { contactId, person } = actor;
  const isTheirs = and(eq(payments.contactId, contactId), eq(payments.person, person));
  const [begun] = await inTenant(scope, (tx) =>
    tx
      .select({ id: payments.id })
      .from(payments)
      .where(and(eq(payments.documentId, documentId), isTheirs, eq(payments.state, "started"))),
  );
  if (!begun) return;
  const device = deviceFamily(userAgent);
  const held = await readCookie("paid");
  const others = held?.device === device ? held.payments.filter(({ id }) => id !== begun.id) : [];
  await setCookie("paid", {
    payments: [{ id: begun.id, tenantId }, ...others].slice(0, mostPaid),
    device,
  });
}

/**
 * The payment of an invoice by whose receipt this browser may be: it began it by a link, the money came less than a day
 * ago, its payer is active and still has the address that the link went to, and it is the same family of browser. Undefined
 * for anything else; the rows decide on every request.
 */
export async function paidHere(documentId: string, head: Headers): Promise<PayerScope | undefined> {
  const held = isUuid(documentId) ? await readCookie("paid") : undefined;
  if (held?.device !== deviceFamily(head.get("user-agent"))) return undefined;
  for (const { id, tenantId } of held.payments) {
    const payer = await payerOf(tenantId, { paymentId: id, documentId });
    if (payer) return payer;
  }
  return undefined;
}

type Which = { paymentId: string; documentId: string };

/** Whoever made that payment of that invoice, while they may see its receipt. */
export async function payerOf(tenantId: string, which: Which): Promise<PayerScope | undefined> {
  const { contactId, person, payer: name, address } = payments;
  const asking = scopeOf(tenantId, { kind: "system" });
  const c = contacts;
  const [found] = await inTenant(asking, (tx) =>
    tx
      .select({ contactId, person, name })
      .from(payments)
      .innerJoin(tenants, eq(tenants.id, payments.tenantId))
      .innerJoin(c, eq(c.id, payments.contactId))
      .where(
        and(
          eq(payments.id, which.paymentId),
          eq(payments.documentId, which.documentId),
          eq(payments.state, "received"),
          sql`${payments.receivedAt} > now() - interval '1 day'`,
          eq(c.active, true),
          isNull(tenants.closedAt),
          sql`exists (select 1 from contacts c where c.id = ${contactId} and ${isStillAt(sql`${address}`)})`,
        ),
      ),
  );
  return found && scopeOf(tenantId, { kind: "payer", ...found, ...which });
}

/** A receipt of one payment: whoever may read its invoice, or the browser that paid it. */
type AtReceipt = (AtDocument<DocumentScope> | (PayerScope & { readonly documentId: string })) & {
  readonly paymentId: string;
};

export const receiptReader: Gate<AtReceipt> = {
  async enter(knock) {
    const { id: documentId = "", payment: paymentId = "" } = knock.params;
    const reader = await readerOf.invoice.enter(knock);
    if (reader.ok) return done({ ...reader.value, paymentId });
    if (reader.reason !== "not-found") return reader;
    const payer = await paidHere(documentId, knock.headers);
    return payer?.actor.paymentId === paymentId
      ? done({ ...payer, documentId, paymentId })
      : refuse("not-found");
  },
  home: ({ id = "" }) => readerOf.invoice.home({ id }),
  holder: ({ actor }) =>
    actor.kind === "client" ? actor.sessionId : actor.kind === "pass" ? actor.linkId : actor.paymentId,
};
