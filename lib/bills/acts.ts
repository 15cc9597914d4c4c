import type { BillState } from "@/lib/work-orders/views";

/** What the office does with a contractor's invoice, and in which states it may. The page's buttons and the server's check both read it. */
export const billActs = {
  approve: ["received", "needs-approval", "queried"],
  query: ["received", "needs-approval", "queried", "approved"],
  settle: ["queried"],
  pay: ["approved"],
  takeBack: ["paid"],
} as const satisfies Record<string, readonly BillState[]>;

export type BillAct = keyof typeof billActs;

/** Whether an invoice in this state may be acted on so. */
export const mayBe = (act: BillAct, state: BillState): boolean =>
  (billActs[act] as readonly BillState[]).includes(state);

/** An invoice as its page showed it: a corrected one, which takes its place under the same id, has another file. */
export type ShownBill = { billId: string; fileId: string };

/**
 * The field by which a form names one of several, and whose value is the file that was shown: each has its own, so that a
 * form which comes back knows what was ticked.
 */
export const tickOf = (billId: string): string => `bill-${billId}`;
