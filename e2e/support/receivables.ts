import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { Readwell } from "./clients";

/** Money that came for an invoice, in cents and at an instant; by hand on a day of its own. Part of it may have gone back since. */
export type Paid = {
  cents: number;
  at: Date;
  paidOn?: string | null;
  back?: { cents: number; at: Date; as: "refund" | "reversal" } | null;
};

/** An invoice of Ellen's as it stands, without its lines. */
export type Owed = {
  totalCents: number;
  dueOn?: string | null;
  issuedOn?: string;
  deposit?: { cents: number; dueOn: string | null } | null;
  paid?: Paid[];
  pendingCents?: number;
  /** What of one that is open was given back while it was paid. */
  waivedCents?: number;
  end?: "paid" | "void" | null;
  isDraft?: boolean;
  isDisputed?: boolean;
  currency?: string;
  title?: string;
};

/** Writes an invoice down with all its money, as the till would have left it; answers with its id. */
export async function makeOwed(owner: postgres.Sql, readwell: Readwell, owed: Owed): Promise<string> {
  const { tenantId, ellen, kitchen } = readwell;
  const { totalCents, paid = [], end = null, isDraft = false, currency = "USD" } = owed;
  const issuedOn = owed.issuedOn ?? "2026-01-05";
  const sentAt = isDraft ? null : new Date(`${issuedOn}T18:00:00Z`);
  const lastPaid = paid.map(({ at }) => at).sort((one, other) => other.getTime() - one.getTime())[0];
  const closedAt = end === "paid" ? (lastPaid ?? sentAt) : end ? sentAt : null;
  const id = randomUUID();
  await owner.begin(async (sql) => {
    await sql`insert into documents ${sql({
      ...{ tenant_id: tenantId, id, contact_id: ellen, project_id: kitchen, kind: "invoice" },
      ...{ title: owed.title ?? "Weekly service", due_on: owed.dueOn ?? null, sent_at: sentAt },
      ...{ closed_at: closedAt, closed_as: end },
    })}`;
    const [given] = isDraft
      ? []
      : await sql<{ serial: number }[]>`update tenants set last_invoice_number = last_invoice_number + 1
          where id = ${tenantId} returning last_invoice_number as serial`;
    await sql`insert into invoices ${sql({
      ...{
        tenant_id: tenantId,
        document_id: id,
        currency,
        subtotal_cents: totalCents,
        total_cents: totalCents,
      },
      ...(given && { serial: given.serial, number: `BW-${given.serial}`, issued_on: issuedOn }),
      deposit_cents: owed.deposit?.cents ?? null,
      deposit_due_on: owed.deposit?.dueOn ?? null,
      pending_cents: owed.pendingCents ?? 0,
      waived_cents: owed.waivedCents ?? 0,
      paid_at: end === "paid" ? (lastPaid ?? null) : null,
      disputed_at: owed.isDisputed ? sentAt : null,
    })}`;
    for (const [place, money] of paid.entries()) await receive(sql, readwell, { id, currency, place }, money);
    await sql`update invoices set paid_cents =
      (select coalesce(sum(amount_cents), 0) from ledger where document_id = ${id}) where document_id = ${id}`;
  });
  return id;
}

type At = { id: string; currency: string; place: number };

async function receive(
  sql: postgres.TransactionSql,
  { tenantId, ellen, sam }: Readwell,
  { id, currency, place }: At,
  { cents, at, paidOn, back }: Paid,
) {
  const payment = randomUUID();
  await sql`insert into payments ${sql({
    ...{ tenant_id: tenantId, id: payment, document_id: id, amount_cents: cents, currency },
    ...{ contact_id: ellen, person: "primary", payer: "Ellen Marsh", receipt: place + 1 },
    ...(paidOn
      ? { processor: "by-hand", method: "bank-transfer", member_id: sam, paid_on: paidOn }
      : { processor: "practice", method: "card", label: "Visa ending 4242" }),
    state: back?.as === "reversal" ? "failed" : "received",
    ...{ created_at: at, received_at: at },
  })}`;
  const entry = { tenant_id: tenantId, document_id: id, payment_id: payment };
  await sql`insert into ledger ${sql({ ...entry, kind: "payment", amount_cents: cents, at })}`;
  if (!back) return;
  const [refund] =
    back.as === "refund"
      ? await sql<{ id: string }[]>`insert into refunds ${sql({
          ...{
            tenant_id: tenantId,
            payment_id: payment,
            amount_cents: back.cents,
            reason: "office",
            state: "sent",
          },
        })} returning id`
      : [];
  await sql`insert into ledger ${sql({
    ...{ ...entry, kind: back.as, amount_cents: -back.cents, at: back.at, refund_id: refund?.id ?? null },
  })}`;
}
