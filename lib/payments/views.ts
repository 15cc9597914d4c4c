import type { PaymentView } from "@/lib/invoices/views";

/** What the office reads of an invoice's money: amounts, days and times are words already, in the business's own way. */

export type RefundView = {
  id: string;
  /** “$20.00” */
  amount: string;
  state: "asked" | "sent" | "failed";
  when: string;
  /** Why it went back, or was to. */
  why: string;
  /** Who gave it back; null where nobody of the office did. */
  by: string | null;
  failure: string | null;
};

export type OfficePayment = PaymentView & {
  /** Who wrote it down, of what came by hand, and what they noted. */
  recordedBy: string | null;
  note: string;
  /** What may still be given back of it; null where nothing may. */
  left: string | null;
  /** Whether it may be taken back: a record of the office's own, of which nothing was given back. */
  mayTakeBack: boolean;
  refunds: RefundView[];
};

/** What is asked for in a dialog about money. */
export type MoneyAsked = {
  /** Made anew for each form, so that one which is sent twice counts once. */
  newId: string;
  /** What is left, in cents. */
  left: number;
  /** “379.44”, as it stands in the field, and “$379.44”. */
  typed: string;
  most: string;
  symbol: string;
};

export type RecordingView = MoneyAsked & { today: string };

export type RefundingView = MoneyAsked & {
  paymentId: string;
  payer: string;
  /** “Visa ending 4242” */
  label: string;
  isByHand: boolean;
};
