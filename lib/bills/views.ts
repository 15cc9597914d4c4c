import type { BillState, Money } from "@/lib/work-orders/views";

/** A contractor's invoice as the office sees it: times and amounts are words already. */

/** How an invoice stands against the cost ceiling of its order, as it was when it came, with those sent for the order before. */
export type AgainstCeiling = { ceiling: Money; countedCents: number; overCents: number; words: string };

/** Another one of the same contractor that came shortly before, with the same number or the same amount. */
export type Twin = { id: string; words: string };

/** One line of the list. */
export type BillRow = {
  id: string;
  state: BillState;
  number: string | null;
  amount: Money;
  against: AgainstCeiling | null;
  contractor: { id: string; company: string };
  order: { number: number; reference: string; title: string };
  received: string;
  paidOn: string | null;
  file: { id: string; name: string };
  twin: Twin | null;
};

/** What those in one state come to. */
export type BillSum = { count: number; words: string };

/** The list, narrowed as its address says. */
export type BillsView = {
  rows: BillRow[];
  /** Leads to the next page; null at the end. */
  after: string | null;
  /** What those that fit come to in each state; null where that is not told: of all that ever was paid. */
  sums: Record<BillState, BillSum | null>;
  /** The months that it may be narrowed to, the newest first: `2026-05`, “May 2026”. */
  months: { value: string; words: string }[];
  /** The day at the business, for a payment that is written down. */
  today: string;
};

/** One invoice, whole. */
export type BillView = BillRow & {
  /** The order's, as of which a question is asked. */
  version: number;
  receivedAt: string;
  note: string;
  file: { id: string; name: string; isPicture: boolean };
  approved: { at: string; by: string } | null;
  paid: { on: string; by: string; reference: string; mayTakeBack: boolean } | null;
  /** What was asked and answered about the job with its contractor, oldest first. */
  thread: { id: string; fromOffice: boolean; author: string; text: string; when: string }[];
  /** How a question reaches them: “SMS to Mick Farrugia, 0491 570 156”; or why none does. */
  reach: { way: string } | { whyNot: string };
  today: string;
};
