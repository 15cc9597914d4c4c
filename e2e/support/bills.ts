import { randomBytes, randomUUID } from "node:crypto";
import type postgres from "postgres";
import { inTenant } from "@/db/client";
import { files } from "@/db/schema/storage";
import type { ContractorScope } from "@/lib/auth/scope";
import { sendInvoice } from "@/lib/work-orders/contractor-invoice";
import { moveWorkOrder } from "@/lib/work-orders/move";
import { dispatchedJob } from "./scopes";
import { type Fernleigh, insert } from "./world";

/** A job with Mick on site, and its cost ceiling at $450. */
export async function onSite(fernleigh: Fernleigh, owner: postgres.Sql) {
  const { order, mick } = await dispatchedJob(fernleigh, owner);
  await moveWorkOrder(mick, { action: "ACCEPT" });
  await moveWorkOrder(mick, { action: "ON_SITE" });
  return { order, mick };
}

/** An invoice of Mick’s, with a file that came in by the link that he is here by. */
export async function sendBill(mick: ContractorScope, amountCents: number, number: string | null = null) {
  const fileId = randomUUID();
  await inTenant(mick, (tx) =>
    tx.insert(files).values({
      ...{ id: fileId, key: fileId, name: `${number ?? "invoice"}.pdf`, contentType: "application/pdf" },
      ...{ size: 300, sha256: randomBytes(32), stagedBy: mick.actor.linkId },
    }),
  );
  return given(await sendInvoice(mick, { fileId, amountCents, number, note: "" }));
}

/** What an outcome holds, where a test needs it to have come about. */
export function given<T>(outcome: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

/** A job of Mick’s that is done. */
export function makeOrder(
  owner: postgres.Sql,
  fernleigh: Fernleigh,
  { number, title = "Hot-water unit leaking" }: { number: number; title?: string | undefined },
) {
  return insert(owner, "work_orders", {
    ...{ tenant_id: fernleigh.tenantId, number, title, status: "COMPLETED", currency: "AUD" },
    ...{ property_id: fernleigh.marlowe, contractor_id: fernleigh.mick, manager_id: fernleigh.priya },
  });
}

function makeFile(owner: postgres.Sql, { tenantId }: Fernleigh) {
  const key = randomBytes(8).toString("hex");
  return insert(owner, "files", {
    ...{ tenant_id: tenantId, key, name: "invoice.pdf", content_type: "application/pdf" },
    ...{ size: 300, sha256: `\\x${key}` },
  });
}

/** An invoice of Mick’s for $418.00 that came on 3 May, unless said. */
export async function makeBill(
  owner: postgres.Sql,
  fernleigh: Fernleigh,
  orderId: string,
  row: Record<string, string | number | null> = {},
) {
  return insert(owner, "contractor_invoices", {
    ...{ tenant_id: fernleigh.tenantId, work_order_id: orderId, contractor_id: fernleigh.mick },
    ...{ file_id: await makeFile(owner, fernleigh), number: "AC-118", amount_cents: 41_800 },
    ...{ currency: "AUD", state: "received", created_at: "2026-05-03T02:00:00Z", ...row },
  });
}

/** So many invoices of fifty contractors, several of one moment, a few of them unpaid. */
export async function makeManyBills(
  owner: postgres.Sql,
  fernleigh: Fernleigh,
  { count, until }: { count: number; until: Date },
): Promise<void> {
  const { tenantId } = fernleigh;
  const order = await makeOrder(owner, fernleigh, { number: 2187 });
  const file = await makeFile(owner, fernleigh);
  await owner`insert into contacts (tenant_id, kind, name, phone)
    select ${tenantId}, 'contractor', 'Contractor ' || n, '+61491570156' from generate_series(1, 49) n`;
  await owner`
    with theirs as (select array_agg(id) as ids from contacts where tenant_id = ${tenantId} and kind = 'contractor')
    insert into contractor_invoices (tenant_id, work_order_id, contractor_id, file_id, number, amount_cents, currency, state, created_at)
    select ${tenantId}, ${order}, ids[1 + n % 50], ${file}, 'N-' || n, 1000 + n, 'AUD',
      case when n % 100 < 4 then (array['received', 'needs-approval', 'queried', 'approved'])[1 + n % 4] else 'paid' end,
      ${until}::timestamptz - (n / 3) * interval '7 minutes'
    from generate_series(1, ${count}) n, theirs`;
  await owner`vacuum analyze contractor_invoices`;
}
