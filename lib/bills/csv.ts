import { listInTenant } from "@/db/client";
import { billStates } from "@/db/schema/work-orders";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { csvStream, decimalCell, instantCell } from "@/lib/csv";
import { dayIn } from "@/lib/dates";
import { record } from "@/lib/events/record";
import { reference } from "@/lib/work-orders/work-order";
import { filterOf, readTenant } from "./list";
import { type BillRaw, cursorOf, readBillRows, readBillSums } from "./rows";
import type { BillsAsked } from "./sent";

/** So many rows at a time: others are answered in between. */
const pageSize = 200;

const columns = [
  "Supplier",
  "Invoice number",
  "Work order",
  "Amount",
  "Currency",
  "State",
  "Received",
  "Received day",
  "Approved",
  "Approved day",
  "Approved by",
  "Paid on",
  "Reference",
];

/**
 * All that the list is narrowed to, as a CSV for the ledger: instants in UTC and beside them the day at the business, amounts
 * as plain decimals with their currency. It is read page by page, as fast as it is taken. That it was exported is a happening
 * of its own, under the member's name.
 */
export async function exportBills(scope: StaffScope, asked: BillsAsked): Promise<ReadableStream<Uint8Array>> {
  return listInTenant(scope, async (tx) => {
    const { timeZone } = await readTenant(tx);
    const filter = filterOf(asked, timeZone);
    const sums = await readBillSums(tx, filter, filter.state ? [filter.state] : billStates);
    const count = sums.reduce((counted, sum) => counted + sum.count, 0);
    await record(tx, {
      ...doerOf(scope),
      tenantId: scope.tenantId,
      kind: "bills.exported",
      detail: { count },
    });
    const read = (after: string | undefined) =>
      listInTenant(scope, (tx) => readBillRows(tx, { ...filter, after }, pageSize));
    const pages = async (page: BillRaw[] | undefined) => {
      const last = page?.at(-1);
      return page && page.length < pageSize ? [] : read(last && cursorOf(last));
    };
    return csvStream(columns, pages, (bill) => rowOf(bill, timeZone));
  });
}

function rowOf(bill: BillRaw, zone: string): string[] {
  return [
    bill.company,
    bill.number ?? "",
    reference(bill.orderNumber),
    decimalCell(bill.amountCents),
    bill.currency,
    bill.state,
    ...moment(bill.createdAt, zone),
    ...moment(bill.approvedAt, zone),
    bill.approvedBy ?? "",
    bill.paidOn ?? "",
    bill.reference,
  ];
}

/** An instant in UTC, and its day at the business. */
const moment = (at: string | null, zone: string): [string, string] => [
  instantCell(at),
  at ? dayIn(new Date(at), zone) : "",
];
