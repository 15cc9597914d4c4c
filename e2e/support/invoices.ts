import type postgres from "postgres";
import type { Line } from "@/lib/invoices/read";

/** The April of a pool: $369.00 and 8.25 % of it, $399.44 in all. */
const april = [
  { words: "Weekly service, April", quantity_milli: 4000, unit: "visits", unit_cents: 5500 },
  { words: "Filter cartridge clean", note: "Apr 16", unit_cents: 8500 },
  { words: "Chlorine tablets, 25 lb", unit_cents: 6400 },
];

/** What it comes to. */
export const aprilCents = { subtotal: 36_900, tax: 3_044, total: 39_944 };

/**
 * Fills an invoice with three lines. One that was sent has the next number of its business; nobody has paid any of it.
 */
export async function fillInvoice(owner: postgres.Sql, documentId: string): Promise<void> {
  const { subtotal, tax, total } = aprilCents;
  await owner.begin(async (sql) => {
    const [invoice] = await sql<{ tenant_id: string; isSent: boolean }[]>`
      insert into invoices (tenant_id, document_id, currency, subtotal_cents, tax_cents, total_cents)
      select d.tenant_id, d.id, t.currency, ${subtotal}, ${tax}, ${total}
      from documents d join tenants t on t.id = d.tenant_id where d.id = ${documentId}
      returning tenant_id, (select sent_at is not null from documents where id = ${documentId}) as "isSent"`;
    if (!invoice) throw new Error("An invoice without its document.");
    const { tenant_id, isSent } = invoice;
    const taxed = { tax_name: "Sales tax", tax_milli_percent: 8250 };
    for (const [place, line] of april.entries())
      await sql`insert into invoice_lines ${sql({ tenant_id, document_id: documentId, place, ...taxed, ...line })}`;
    if (!isSent) return;
    const [given] = await sql<{ serial: number; prefix: string }[]>`
      update tenants set last_invoice_number = last_invoice_number + 1 where id = ${tenant_id}
      returning last_invoice_number as serial, invoice_prefix as prefix`;
    if (!given) throw new Error("A business without a number.");
    await sql`
      update invoices set serial = ${given.serial}, number = ${`${given.prefix}${given.serial}`}, 
        issued_on = (select (now() at time zone time_zone)::date from tenants where id = ${tenant_id})
      where document_id = ${documentId}`;
  });
}

/** The lines of an invoice, in their order. */
export const linesOfInvoice = (owner: postgres.Sql, documentId: string) => owner<Line[]>`
  select id, place, words, note, quantity_milli as "quantityMilli", unit, unit_cents::int as "unitCents", tax_name as "taxName",
    tax_milli_percent as "taxMilliPercent" from invoice_lines where document_id = ${documentId} order by place`;
