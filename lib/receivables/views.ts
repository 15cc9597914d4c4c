import type { InvoiceStatus } from "@/lib/invoices/standing";
import type { Age } from "./ages";
import type { Days } from "./months";

/** What the office reads of the money that it is owed and paid; amounts and days are words already. */

/** What is owed in one age. */
export type AgeBar = { age: Age; words: string; cents: number; amount: string; count: number };

export type OutstandingView = {
  amount: string;
  count: number;
  /** What of it is late; null where nothing is. */
  overdue: { amount: string; count: number } | null;
  /** What is on its way from banks, and not counted. */
  pending: string | null;
  /** What is owed in other currencies: never added. */
  others: string[];
  bars: AgeBar[];
};

/** What came in one week of this month and in that of the month before. */
export type WeekBar = {
  days: Days;
  /** “1–7” */
  label: string;
  /** “May 1 to 7” */
  words: string;
  cents: number;
  amount: string;
  /** “$1.2K” */
  brief: string;
  /** Whether its first day is still to come. */
  isAhead: boolean;
  last: { cents: number; amount: string } | null;
};

export type CameView = {
  /** “May” */
  month: string;
  lastMonth: string;
  amount: string;
  /** What was refunded or taken back this month. */
  wentBack: string | null;
  /** What had come by the same day of the month before, and in all of it. */
  lastSoFar: string;
  lastAll: string;
  /** Against the same days of the month before: “$620.00”, and which way. */
  change: { amount: string; isMore: boolean } | null;
  weeks: WeekBar[];
};

/** How long the invoices that were settled in one month took; no days where none was. */
export type MonthBar = { month: string; label: string; words: string; days: number | null; count: number };

export type DaysToPayView = { days: number | null; count: number; months: MonthBar[] };

export type LateRow = {
  id: string;
  clientId: string;
  client: string;
  title: string;
  number: string | null;
  late: string;
  amount: string;
};

export type LateView = {
  rows: LateRow[] /** Leads to the next page; null at the end. */;
  after: string | null;
};

export type LastRow = {
  id: string;
  documentId: string;
  clientId: string;
  payer: string;
  /** “BW-3071, Visa ending 4242” */
  what: string;
  when: string;
  amount: string;
};

export type MoneyView = {
  outstanding: OutstandingView;
  came: CameView;
  daysToPay: DaysToPayView;
  late: LateView;
  last: LastRow[];
  /** Whether this business never sent an invoice. */
  isNew: boolean;
};

/** One line of the list of invoices. */
export type InvoiceRow = {
  id: string;
  clientId: string;
  client: string;
  title: string;
  number: string | null;
  status: InvoiceStatus;
  due: { words: string; isOver: boolean } | null;
  total: string;
  /** What is left to be paid; null where nothing is. */
  left: string | null;
};

export type InvoicesView = {
  rows: InvoiceRow[];
  after: string | null;
  /** What all that fit come to, in sentences; one for each currency. */
  sums: string[];
  /** What its address narrows it to beside its form, each to be taken off. */
  narrowedBy: { name: "age" | "came" | "settled" | "project"; words: string }[];
};

/** What is owed by one client, or of one project. */
export type OwedView = { amount: string; overdue: string | null; count: number };
