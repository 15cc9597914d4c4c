import type { Tx } from "@/db/client";
import type { Document } from "@/lib/documents/trunk";
import { type Doer, type HappeningKind, record } from "@/lib/events/record";
import type { Payment } from "./hold";

type MoneyHappening = Extract<HappeningKind, `${"payment" | "refund"}.${string}`> | "document.closed";

/** What happened, in cents and in words. */
type Happened = { kind: MoneyHappening; amountCents?: number; label?: string; words?: string | undefined };

/** Writes down what happened to an invoice’s money, and whose doing it was: a payer does not wait here for their bank. */
export function tellMoney(
  tx: Tx,
  document: Document,
  by: Doer,
  { kind, amountCents, label, words }: Happened,
): Promise<void> {
  const { id: documentId, contactId, tenantId, kind: documentKind, title, closedAs } = document;
  return record(tx, {
    ...by,
    ...{ tenantId, contactId, documentId, kind },
    detail: {
      ...{ documentId, documentKind, title },
      ...(closedAs && { closedAs }),
      ...(amountCents !== undefined && { amountCents }),
      ...(label && { label }),
      ...(words && { words }),
    },
  });
}

/** The client’s person whose payment it is. */
export const payerOf = ({ contactId, payer }: Payment): Doer => ({
  actor: "contact",
  actorId: contactId,
  actorName: payer,
});
