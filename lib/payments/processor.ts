import type { paymentMethods, paymentStates, processors } from "@/db/schema/payments";

/** Whoever moves the money: what the till asks of it, and what it tells. The two that are one are `stripe.ts` and `practice.ts`. */

export type ProcessorName = Exclude<(typeof processors)[number], "by-hand">;
export type PaymentState = (typeof paymentStates)[number];
export type PaymentMethod = (typeof paymentMethods)[number];

/** What is to be paid, and where its payer comes back to: a path of ours. */
export type Checkout = {
  paymentId: string;
  tenantId: string;
  documentId: string;
  amountCents: number;
  currency: string;
  /** What its payer reads: “Invoice BW-3071 from Bluewater Pools”. */
  title: string;
  /** Where the processor may send its own receipt; null where the payer has no e-mail. */
  email: string | null;
  returnTo: string;
  /** When it closes by itself: the same however often it is begun. */
  expiresAt: Date;
  /** The connected account that the money goes to; null for the one of this installation. */
  account: string | null;
};

/** Which checkout, as the processor knows it. */
export type Begun = { checkoutId: string; account: string | null };

/** What the processor says of a checkout. */
export type Told =
  | { state: "started"; url: string }
  | { state: "pending"; intentId: string; method: PaymentMethod; label: string }
  | { state: "received"; intentId: string; method: PaymentMethod; label: string; amountCents: number }
  | { state: "failed"; failure: string }
  | { state: "lapsed" };

/** Money to be given back of one payment. */
export type Returning = {
  refundId: string;
  /** The processor's own name for it, where it is known already. */
  processorId: string | null;
  intentId: string;
  amountCents: number;
  account: string | null;
};

export type Returned = {
  state: "asked" | "sent" | "failed";
  processorId: string | null;
  failure: string | null;
};

/**
 * Every call may be made again with the same payment or refund, and does then what it did before: their ids are the
 * processor's idempotency keys. A processor that can't be reached throws.
 */
export type Processor = {
  name: ProcessorName;
  /** Opens a checkout, and says where its payer pays. */
  begin: (checkout: Checkout) => Promise<{ checkoutId: string; url: string }>;
  /** How a checkout stands. */
  look: (begun: Begun) => Promise<Told>;
  /** Closes a checkout that nobody has paid, and says how it stands then: it may have been paid a moment before. */
  close: (begun: Begun) => Promise<Told>;
  giveBack: (returning: Returning) => Promise<Returned>;
};

/**
 * An event of a processor, read and proved genuine. Each names what it is about as the processor knows it as well: one that
 * does not fit the payment is nobody's of ours, whatever its facts say.
 */
export type ProcessorEvent = {
  processor: ProcessorName;
  eventId: string;
  kind: string;
  tenantId: string;
  paymentId: string;
  at: Date;
} & (
  | { about: "payment"; checkoutId: string; told: Told }
  /** Taken back by the bank or by the card's owner; reinstated where they gave it up. */
  | { about: "reversal"; intentId: string; isReinstated: boolean; amountCents: number; words: string }
  /** A refund of ours by its id; null for one that somebody made on the processor's own pages. */
  | { about: "refund"; intentId: string; refundId: string | null; amountCents: number; returned: Returned }
);
