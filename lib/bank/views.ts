/** What pages show of bank details: numbers are grouped already, days and times are words in the business's own way. */

/** “BSB” and “Account number”, as they are called where people pay; `routing` null where there is no such thing. */
export type NumberNames = { routing: string | null; number: string };

/** The details that are in force. */
export type BankView = {
  accountName: string;
  /** Empty where nobody wrote it. */
  bankName: string;
  routingName: string | null;
  /** “062-000”; empty where the account has none. */
  routing: string;
  numberName: string;
  /** “123 456 78” */
  accountNumber: string;
  /** The same without what only helps the eye, to be copied. */
  plain: { routing: string; accountNumber: string };
  /** “3 March 2024” */
  unchangedSince: string;
  /** “otter lemon castle” */
  checkWords: string;
  /** When others take their place: “Sun 23 Nov, 10:14, Brisbane time”, or now; null where none do. */
  changes: { on: string } | "now" | null;
  /** Whom to call before paying to anything else: “(512) 555-0110”; null where the business gave no number. */
  phone: string | null;
};

/** Details that are proposed, or confirmed and not yet in force. */
export type ComingView = {
  id: string;
  state: "proposed" | "confirmed";
  accountName: string;
  bankName: string;
  routing: string;
  /** “ending 678” for whoever has still to type it. */
  accountNumber: string;
  /** Once they are confirmed: before that whoever confirms looks at the bank's letter, not here. */
  checkWords: string | null;
  proposed: { by: string; when: string; isMine: boolean };
  confirmed: { by: string; when: string; takesEffect: string } | null;
  /** Why they don't take effect, and what to do; null where nothing stands in their way. */
  stopped: string | null;
};

/** Details that were in force, or were taken back before they were. */
export type PastView = { id: string; account: string; proposed: string; ended: string };

/** Settings → Bank details, for one member. */
export type BankOffice = {
  names: NumberNames;
  hints: { routing: string; number: string };
  inForce: (BankView & { by: string }) | null;
  coming: ComingView | null;
  past: PastView[];
  /** The last of them, where there are earlier ones: the next page begins after it. */
  earlier: string | null;
  /** The others of the office who may confirm what this member proposes. */
  others: string[];
};
