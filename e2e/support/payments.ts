import type postgres from "postgres";
import { aprilCents } from "./invoices";
import { insert } from "./world";

type Made = {
  state?: "started" | "pending" | "received" | "failed";
  amountCents?: number;
  person?: "primary" | "partner";
  payer?: string;
  address?: string | null;
  linkId?: string | null;
};

/** A payment of an invoice as a processor would have left it, with its line in the ledger; it closes nothing. */
export async function makePayment(owner: postgres.Sql, documentId: string, made: Made = {}): Promise<string> {
  const { state = "received", amountCents = aprilCents.total, linkId = null, address = null } = made;
  const [document] = await owner<{ tenantId: string; contactId: string; receipts: number }[]>`
    select d.tenant_id as "tenantId", d.contact_id as "contactId",
      (select count(*)::int from payments p where p.document_id = d.id) as receipts
    from documents d where d.id = ${documentId}`;
  if (!document) throw new Error("A payment without its invoice.");
  const { tenantId: tenant_id, contactId: contact_id, receipts } = document;
  const came = state === "received";
  const id = await insert(owner, "payments", {
    ...{ tenant_id, document_id: documentId, contact_id, state, amount_cents: amountCents, currency: "USD" },
    ...{ processor: "practice", person: made.person ?? "primary", payer: made.payer ?? "Ellen Marsh" },
    ...{ address, link_id: linkId, method: "card", label: "Visa ending 4242" },
    ...(came && { receipt: receipts + 1, received_at: new Date() }),
    ...(state === "failed" && { failure: "Your bank refused it." }),
  });
  if (came) {
    await insert(owner, "ledger", {
      ...{ tenant_id, document_id: documentId, payment_id: id, kind: "payment", amount_cents: amountCents },
    });
    await owner`update invoices set paid_cents = paid_cents + ${amountCents} where document_id = ${documentId}`;
  }
  if (state === "pending")
    await owner`update invoices set pending_cents = pending_cents + ${amountCents} where document_id = ${documentId}`;
  return id;
}

/** Closes an invoice as the till does once nothing is left. */
export const closeAsPaid = (owner: postgres.Sql, documentId: string) => owner`
  with closed as (update documents set closed_at = now(), closed_as = 'paid', answered_at = now(), answered_as = 'paid'
    where id = ${documentId} returning id)
  update invoices set paid_at = now() where document_id in (select id from closed)`;
