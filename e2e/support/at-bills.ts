import type { ShownBill } from "@/lib/bills/acts";
import { queryBill } from "@/lib/bills/query";
import { database, fernleigh, priya } from "./at-fernleigh";
import { makeBill, makeOrder, onSite } from "./bills";

/** What the tests of contractors’ invoices do at the Fernleigh of `eachAtFernleigh`. */

export const order = (number: number, title?: string) =>
  makeOrder(database.owner, fernleigh, { number, title });

export const bill = (orderId: string, row?: Parameters<typeof makeBill>[3]) =>
  makeBill(database.owner, fernleigh, orderId, row);

/** A job with Mick on site. */
export const started = () => onSite(fernleigh, database.owner);

/** An invoice, or the order that it is of, as it is stored. */
export async function rowOf(table: "contractor_invoices" | "work_orders", id: string) {
  const [row] = await database.owner`select * from ${database.owner(table)} where id = ${id}`;
  if (!row) throw new Error("The row is gone.");
  return row;
}

export const stateOf = async (billId: string) => (await rowOf("contractor_invoices", billId)).state;
export const attentionOf = async (orderId: string) => (await rowOf("work_orders", orderId)).attention;

/** Invoices as a page shows them now, for a form that is sent from there. */
export const shownNow = async (billId: string): Promise<ShownBill> => ({
  billId,
  fileId: String((await rowOf("contractor_invoices", billId)).file_id),
});
export const asShown = (...billIds: string[]) => Promise.all(billIds.map(shownNow));

/** What happened to an order of one kind, the first first. */
export const happenings = (orderId: string, kind: string) =>
  database.owner`select detail from events where work_order_id = ${orderId} and kind = ${kind} order by id`;

/** Asks Mick about an invoice, by a form that was read just now. */
export async function query(billId: string, orderId: string, text = "What was the second hour for?") {
  return queryBill(priya, { billId, version: (await rowOf("work_orders", orderId)).version, text });
}
