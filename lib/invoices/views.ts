import type { BankView } from "@/lib/bank/views";
import type { PaymentMethod, PaymentState } from "@/lib/payments/processor";
import type { InvoiceStatus } from "./standing";

/** What pages, letters and papers show of an invoice: amounts, days and times are words already, in the business's own way. */

export type LineView = {
  id: string;
  words: string;
  /** “4 visits at $55.00”, or what somebody wrote; empty where neither is told. */
  note: string;
  /** “$220.00”, “−$20.00” */
  amount: string;
};

/** Money that came, or is on its way, or did not come. */
export type PaymentView = {
  id: string;
  state: PaymentState;
  amount: string;
  method: PaymentMethod | null;
  /** “Visa ending 4242”, “Bank transfer” */
  label: string;
  payer: string;
  /** “Fri, Apr 24, 9:12 AM”: when it came, or when it was begun. */
  when: string;
  /** “BW-3071-R1”, once the money is here. */
  receipt: string | null;
  /** What of it went back: “$20.00”, and what is to go back and has not gone yet. */
  refunded: string | null;
  goesBack: string | null;
  /** Whether it goes back because it came after the invoice was made void. */
  cameLate: boolean;
  failure: string | null;
  isByHand: boolean;
};

export type InvoiceView = {
  id: string;
  /** “BW-3071”; null for a draft. */
  number: string | null;
  title: string;
  /** What the office wrote above the lines. */
  body: string;
  status: InvoiceStatus;
  lines: LineView[];
  subtotal: string;
  /** “Sales tax, 8.25%” and its amount, one of each rate. */
  taxes: { name: string; amount: string }[];
  total: string;
  /** What is asked for first, while it is not there. */
  deposit: { amount: string; due: string | null } | null;
  /** What came; null where nothing did. */
  paid: string | null;
  /** What is on its way from a bank. */
  pending: string | null;
  /** What went back. */
  refunded: string | null;
  /** What of that is not asked for again, since it was given back while the invoice was paid; null where it is, and of a void one. */
  waived: string | null;
  /** What is left to be paid; nothing of what is over, whatever was given back since. */
  left: string;
  /** What is to be paid now, with its cents for the form; null where nothing is. */
  asked: { cents: number; amount: string; what: "all" | "deposit" | "rest" } | null;
  takesParts: boolean;
  /**
   * “Due Friday, May 8”, “Was due Friday, May 8”, “Deposit due Friday, May 1, then $299.44 by Friday, May 8”; null where
   * nothing is to be paid.
   */
  due: { words: string; isOver: boolean } | null;
  issued: string | null;
  disputed: { by: string; reason: string; when: string } | null;
  voidReason: string | null;
  /** The latest first. */
  payments: PaymentView[];
  files: { id: string; title: string }[];
};

/** A line in the office's draft, as it is typed. */
export type DraftLineView = {
  id: string;
  words: string;
  note: string;
  quantity: string;
  unit: string;
  price: string;
  taxName: string;
  taxRate: string;
  /** What it comes to: “$220.00”. */
  amount: string;
};

/** What lines come to, in words. */
export type TotalsView = Pick<InvoiceView, "subtotal" | "taxes" | "total">;

export type InvoiceDraftView = {
  lines: DraftLineView[];
  totals: TotalsView;
  deposit: string;
  depositDueOn: string;
  dueOn: string;
  takesParts: boolean;
  /** After how many days it is due where no day is written. */
  termsDays: number;
  /** How its amounts are written, for what is added up while somebody types. */
  look: { currency: string; locale: string };
};

/**
 * What an invoice was made from. Of a scope, “$4,000.00 of $6,480.00 invoiced so far, before tax.”, and what is over its
 * total.
 */
export type SourceView =
  | { what: "scope"; id: string; clientId: string; title: string; words: string; over: string | null }
  | { what: "work-order"; number: number; title: string };

export type OfficeInvoice = {
  view: InvoiceView;
  /** Null once it was sent, or is over. */
  draft: InvoiceDraftView | null;
  source: SourceView | null;
  /** Why it can’t be made void now; null where it can. */
  whyNotVoid: string | null;
};

/** What may be paid, as the button says it and as its form sends it. */
export type Payable = { amount: string; typed: string };

/** An invoice as its client reads it. */
export type ClientInvoice = {
  view: InvoiceView;
  /** “Ellen Marsh, 118 Quarry Bend, Austin” */
  whom: string;
  /** Of its currency, for a field in which an amount is typed. */
  symbol: string;
  /** What the pay button asks for; null where nothing is asked, or nobody takes so much, or so little, online. */
  pay: Payable | null;
  /** The whole rest, where less is asked for first. */
  whole: Payable | null;
  /** Where to pay by transfer, while there is something to pay. */
  bank: BankView | null;
};

/** What moved the account of a client. */
export type StatementRow = {
  id: string;
  /** Of which invoice. */
  documentId: string;
  /** “April 24, 2026” */
  day: string;
  /** “Invoice BW-3071”, “Payment, Visa ending 4242” */
  words: string;
  note: string;
  /** Above nothing what makes more owed: “$399.44”, “−$399.44”. */
  amount: string;
  balance: string;
};

/** The account of a client in one currency. */
export type StatementAccount = {
  currency: string;
  opening: string;
  rows: StatementRow[];
  /** What is owed at the end, or is in credit; nothing is neither. */
  closing: { amount: string; isOwed: boolean; isCredit: boolean };
  /** What of it is open, by how late it is: “1 to 30 days late”. */
  ages: { age: string; words: string; amount: string; isLate: boolean; isNothing: boolean }[];
  /** What was paid beyond what was asked; null where nothing was. */
  surplus: string | null;
  /** What is on its way from a bank, and counted as paid; null where nothing is, and for a period that is over. */
  pending: string | null;
};

/** What a client owed and paid from one day to another. */
export type Statement = {
  client: string;
  /** As a form has them: `2026-01-01`. */
  from: string;
  until: string;
  /** “January 1, 2026”, “April 24, 2026” */
  fromWords: string;
  untilWords: string;
  /** Today, the last day that one may ask for. */
  today: string;
  usual: { name: string; from: string; until: string }[];
  /** One of each currency; of a client without invoices one with nothing. */
  accounts: StatementAccount[];
};
