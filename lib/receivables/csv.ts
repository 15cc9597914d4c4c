import { listInTenant } from "@/db/client";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { csvStream, decimalCell, instantCell } from "@/lib/csv";
import { record } from "@/lib/events/record";
import { leftCents, statusOf } from "@/lib/invoices/standing";
import { factsOf } from "./list";
import { readReading } from "./reading";
import { type InvoiceRaw, readInvoiceRows, readInvoiceSums } from "./rows";
import { type InvoicesAsked, statuses } from "./sent";

/** So many rows at a time: others are answered in between. */
const pageSize = 200;

const columns = [
  "Number",
  "Title",
  "Client",
  "Project",
  "Status",
  "Written",
  "Sent on",
  "Due on",
  "Currency",
  "Subtotal",
  "Tax",
  "Total",
  "Paid",
  "On its way",
  "Left",
  "Paid in full",
  "Paid in full on",
];

/**
 * All that the list is narrowed to, as a CSV for the ledger: instants in UTC, days as those of the business, amounts as plain
 * decimals with their currency. It is read page by page, as fast as it is taken. That it was exported is a happening of its
 * own, under the member's name.
 */
export function exportInvoices(
  scope: StaffScope,
  asked: InvoicesAsked,
  now: Date,
): Promise<ReadableStream<Uint8Array>> {
  return listInTenant(scope, async (tx) => {
    const reading = await readReading(tx, now);
    const sums = await readInvoiceSums(tx, asked, reading);
    const count = sums.reduce((counted, sum) => counted + sum.count, 0);
    await record(tx, {
      ...doerOf(scope),
      tenantId: scope.tenantId,
      kind: "invoices.exported",
      detail: { count },
    });
    const read = (after: string | undefined) =>
      listInTenant(scope, (tx) => readInvoiceRows(tx, { ...asked, after }, reading, pageSize));
    const pages = async (page: InvoiceRaw[] | undefined) =>
      page && page.length < pageSize ? [] : read(page?.at(-1)?.id);
    return csvStream(columns, pages, cellsOf);
  });
}

function cellsOf(row: InvoiceRaw): string[] {
  const facts = factsOf(row);
  return [
    row.number ?? "",
    row.title,
    row.client,
    row.project ?? "",
    statuses[statusOf(facts)],
    instantCell(row.createdAt),
    row.issuedOn ?? "",
    row.dueOn ?? "",
    row.currency,
    ...[row.subtotalCents, row.taxCents, row.totalCents, row.paidCents, row.pendingCents].map(decimalCell),
    decimalCell(facts.sentAt && !row.closedAs ? leftCents(row) : 0),
    instantCell(row.closedAs === "paid" ? row.paidAt : null),
    row.settledOn ?? "",
  ];
}
