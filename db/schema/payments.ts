import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, tenantId } from "../columns";
import { invoices } from "./invoices";
import { contacts, persons } from "./people";
import { members, tenants } from "./tenants";

/** Who moves the money: Stripe, the practice processor of a loopback origin, or the office's own hands. */
export const processors = ["stripe", "practice", "by-hand"] as const;

/**
 * started: its payer was sent to the processor. pending: a bank takes its days. received: the money is here, for good but
 * for a reversal. failed: declined or refused. lapsed: nobody paid.
 */
export const paymentStates = ["started", "pending", "received", "failed", "lapsed"] as const;

export const paymentMethods = ["card", "bank-debit", "bank-transfer", "cash", "cheque", "other"] as const;

/** One attempt to pay an invoice, or part of it. */
export const payments = pgTable(
  "payments",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    documentId: uuid("document_id").notNull(),
    processor: text("processor", { enum: processors }).notNull(),
    state: text("state", { enum: paymentStates }).notNull().default("started"),
    amountCents: bigint("amount_cents", { mode: "number" }).notNull(),
    currency: text("currency").notNull(),
    method: text("method", { enum: paymentMethods }),
    /** What it was paid with, as its payer knows it: “Visa ending 4242”. */
    label: text("label").notNull().default(""),
    /** The client's person who pays, and the address with which they were in; for the office's own, who is said to have paid. */
    contactId: uuid("contact_id").notNull(),
    person: text("person", { enum: persons }).notNull(),
    payer: text("payer").notNull(),
    address: text("address"),
    /** The link whose pass its payer held; null for whoever was signed in. */
    linkId: uuid("link_id"),
    /** The connected account that it was begun for, and asked about at; null for the one of this installation. */
    account: text("account"),
    /** The processor's own names for it, and where its payer goes to pay. */
    checkoutId: text("checkout_id"),
    checkoutUrl: text("checkout_url"),
    intentId: text("intent_id"),
    failure: text("failure"),
    /** Its place among the invoice's receipts, from 1, once the money is here: “BW-3071-R1”. */
    receipt: integer("receipt"),
    /** Recorded by hand: by whom, of which day, and what they noted. */
    memberId: uuid("member_id"),
    paidOn: date("paid_on", { mode: "string" }),
    note: text("note").notNull().default(""),
    createdAt: createdAt(),
    receivedAt: instant("received_at"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique().on(t.id),
    unique("payments_receipt").on(t.tenantId, t.documentId, t.receipt),
    unique("payments_checkout").on(t.processor, t.checkoutId),
    foreignKey({
      columns: [t.tenantId, t.documentId],
      foreignColumns: [invoices.tenantId, invoices.documentId],
    }),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
    foreignKey({ columns: [t.tenantId, t.memberId], foreignColumns: [members.tenantId, members.id] }),
    uniqueIndex("payments_one_started").on(t.tenantId, t.documentId).where(sql`state = 'started'`),
    index("payments_by_invoice").on(t.tenantId, t.documentId, t.createdAt),
    index("payments_under_way").on(t.tenantId, t.createdAt).where(sql`state in ('started', 'pending')`),
    index("payments_by_day").on(t.tenantId, t.receivedAt).where(sql`received_at is not null`),
    check("payments_amount", sql`${t.amountCents} > 0`),
  ],
);

/** Money that goes back to its payer. */
export const refunds = pgTable(
  "refunds",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    paymentId: uuid("payment_id").notNull(),
    amountCents: bigint("amount_cents", { mode: "number" }).notNull(),
    /** void: the invoice was void when the money came. surplus: more than was due. office: a member gave it back. processor: somebody did, on the processor's own pages. */
    reason: text("reason", { enum: ["void", "surplus", "office", "processor"] }).notNull(),
    words: text("words").notNull().default(""),
    state: text("state", { enum: ["asked", "sent", "failed"] })
      .notNull()
      .default("asked"),
    /** The processor's own name for it. */
    processorId: text("processor_id"),
    failure: text("failure"),
    memberId: uuid("member_id"),
    createdAt: createdAt(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique().on(t.id),
    foreignKey({ columns: [t.tenantId, t.paymentId], foreignColumns: [payments.tenantId, payments.id] }),
    foreignKey({ columns: [t.tenantId, t.memberId], foreignColumns: [members.tenantId, members.id] }),
    index("refunds_by_payment").on(t.tenantId, t.paymentId),
    uniqueIndex("refunds_processor_id").on(t.tenantId, t.processorId).where(sql`processor_id is not null`),
    index("refunds_under_way").on(t.tenantId, t.createdAt).where(sql`state = 'asked'`),
    check("refunds_amount", sql`${t.amountCents} > 0`),
  ],
);

/** How money comes and goes. reversal: a bank or a card's owner took it back, or the office a wrong record; reinstated: and gave it up. returned: a refund that did not arrive. */
export const ledgerKinds = ["payment", "refund", "reversal", "returned", "reinstated"] as const;

/** What came and went, in cents: money in above nothing, money back below. Append only; an invoice's paid sum is its sum. */
export const ledger = pgTable(
  "ledger",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    documentId: uuid("document_id").notNull(),
    paymentId: uuid("payment_id").notNull(),
    refundId: uuid("refund_id"),
    kind: text("kind", { enum: ledgerKinds }).notNull(),
    amountCents: bigint("amount_cents", { mode: "number" }).notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      columns: [t.tenantId, t.documentId],
      foreignColumns: [invoices.tenantId, invoices.documentId],
    }),
    foreignKey({ columns: [t.tenantId, t.paymentId], foreignColumns: [payments.tenantId, payments.id] }),
    foreignKey({ columns: [t.tenantId, t.refundId], foreignColumns: [refunds.tenantId, refunds.id] }),
    uniqueIndex("ledger_payment_once").on(t.tenantId, t.paymentId).where(sql`kind = 'payment'`),
    uniqueIndex("ledger_reversal_once").on(t.tenantId, t.paymentId).where(sql`kind = 'reversal'`),
    uniqueIndex("ledger_reinstated_once").on(t.tenantId, t.paymentId).where(sql`kind = 'reinstated'`),
    uniqueIndex("ledger_refund_once").on(t.tenantId, t.refundId).where(sql`kind = 'refund'`),
    uniqueIndex("ledger_returned_once").on(t.tenantId, t.refundId).where(sql`kind = 'returned'`),
    index("ledger_by_invoice").on(t.tenantId, t.documentId, t.at),
    index("ledger_by_time").on(t.tenantId, t.at),
    check(
      "ledger_sign",
      sql`(${t.kind} in ('payment', 'returned', 'reinstated')) = (${t.amountCents} > 0) and ${t.amountCents} <> 0`,
    ),
    check("ledger_of_refund", sql`(${t.kind} in ('refund', 'returned')) = (${t.refundId} is not null)`),
  ],
);

/** The processor's events that were taken in, each once, in the transaction of what it did. */
export const processorEvents = pgTable(
  "processor_events",
  {
    tenantId: tenantId().references(() => tenants.id),
    processor: text("processor", { enum: processors }).notNull(),
    eventId: text("event_id").notNull(),
    kind: text("kind").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.processor, t.eventId] })],
);

/** What the practice processor knows of a checkout: its own book, as Stripe has one. Written on a loopback origin only. */
export const practiceCheckouts = pgTable(
  "practice_checkouts",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: text("id").notNull(),
    paymentId: uuid("payment_id").notNull(),
    amountCents: bigint("amount_cents", { mode: "number" }).notNull(),
    currency: text("currency").notNull(),
    title: text("title").notNull(),
    returnTo: text("return_to").notNull(),
    state: text("state", { enum: ["open", "pending", "paid", "failed", "expired"] })
      .notNull()
      .default("open"),
    method: text("method", { enum: paymentMethods }),
    label: text("label").notNull().default(""),
    refundedCents: bigint("refunded_cents", { mode: "number" }).notNull().default(0),
    /** Our refunds that it gave back, so that each is given back once. */
    refunds: uuid("refunds").array().notNull().default(sql`'{}'`),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), unique().on(t.id)],
);
