import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, tenantId } from "../columns";
import { documents } from "./documents";
import { files } from "./storage";
import { tenants } from "./tenants";
import { workOrders } from "./work-orders";

/** What an invoice has beyond its document. Once sent, its lines and what they come to stay as they are. */
export const invoices = pgTable(
  "invoices",
  {
    tenantId: tenantId().references(() => tenants.id),
    documentId: uuid("document_id").notNull(),
    /** Given at the first sending, one after the other without a gap; `number` is how it is written: “BW-3071”. */
    serial: integer("serial"),
    number: text("number"),
    currency: text("currency").notNull(),
    /** The day of the first sending, in the business's own zone. */
    issuedOn: date("issued_on", { mode: "string" }),
    /** What the lines come to, kept in step with them. */
    subtotalCents: bigint("subtotal_cents", { mode: "number" }).notNull().default(0),
    taxCents: bigint("tax_cents", { mode: "number" }).notNull().default(0),
    totalCents: bigint("total_cents", { mode: "number" }).notNull().default(0),
    /** What is asked for first; the rest is due by the document's day. */
    depositCents: bigint("deposit_cents", { mode: "number" }),
    depositDueOn: date("deposit_due_on", { mode: "string" }),
    /** Whether the client may pay another part than what is asked for. */
    takesParts: boolean("takes_parts").notNull().default(false),
    /** The sum of its ledger, and what is on its way from a bank: both kept in step in the transaction that changes them. */
    paidCents: bigint("paid_cents", { mode: "number" }).notNull().default(0),
    pendingCents: bigint("pending_cents", { mode: "number" }).notNull().default(0),
    /** What was given back of it while it was paid: it is not asked for again, also once a reversal opened it. */
    waivedCents: bigint("waived_cents", { mode: "number" }).notNull().default(0),
    /** When nothing was left to pay. */
    paidAt: instant("paid_at"),
    /** The client disagrees: it is not reminded of until the office settles it. */
    disputedAt: instant("disputed_at"),
    disputedBy: text("disputed_by"),
    disputeReason: text("dispute_reason"),
    voidReason: text("void_reason"),
    /** What it was made from: an approved scope of work, or a completed work order. */
    scopeId: uuid("scope_id"),
    workOrderId: uuid("work_order_id"),
    /** How much of that was asked for: the same asked for once more is the same draft, as long as it is one. */
    madeOf: text("made_of"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.documentId] }),
    unique("invoices_serial").on(t.tenantId, t.serial),
    unique("invoices_number").on(t.tenantId, t.number),
    foreignKey({ columns: [t.tenantId, t.documentId], foreignColumns: [documents.tenantId, documents.id] }),
    foreignKey({ columns: [t.tenantId, t.scopeId], foreignColumns: [documents.tenantId, documents.id] }),
    foreignKey({
      columns: [t.tenantId, t.workOrderId],
      foreignColumns: [workOrders.tenantId, workOrders.id],
    }),
    index("invoices_by_scope").on(t.tenantId, t.scopeId).where(sql`scope_id is not null`),
    index("invoices_by_work_order").on(t.tenantId, t.workOrderId).where(sql`work_order_id is not null`),
    index("invoices_by_day_paid").on(t.tenantId, t.paidAt).where(sql`paid_at is not null`),
    check("invoices_numbered", sql`num_nulls(${t.serial}, ${t.number}, ${t.issuedOn}) in (0, 3)`),
    check("invoices_add_up", sql`${t.totalCents} = ${t.subtotalCents} + ${t.taxCents}`),
    check("invoices_pending", sql`${t.pendingCents} >= 0`),
    check("invoices_waived", sql`${t.waivedCents} between 0 and greatest(0, ${t.totalCents})`),
    check("invoices_deposit", sql`${t.depositCents} > 0`),
  ],
);

/** One line of an invoice. */
export const invoiceLines = pgTable(
  "invoice_lines",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    documentId: uuid("document_id").notNull(),
    place: integer("place").notNull(),
    words: text("words").notNull(),
    /** What stands below it in small: “4 visits at $55.00” is made from the quantity where nothing is written. */
    note: text("note").notNull().default(""),
    /** In thousandths: 1500 is one and a half. */
    quantityMilli: integer("quantity_milli").notNull().default(1000),
    /** What is counted: “visits”, “hours”; nothing for pieces. */
    unit: text("unit").notNull().default(""),
    /** A credit is below nothing. */
    unitCents: bigint("unit_cents", { mode: "number" }).notNull(),
    taxName: text("tax_name").notNull().default(""),
    /** In thousandths of a per cent: 8250 is 8.25 %. */
    taxMilliPercent: integer("tax_milli_percent").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      columns: [t.tenantId, t.documentId],
      foreignColumns: [invoices.tenantId, invoices.documentId],
    }),
    index("invoice_lines_by_invoice").on(t.tenantId, t.documentId, t.place),
    check("invoice_lines_quantity", sql`${t.quantityMilli} > 0`),
    check("invoice_lines_tax", sql`${t.taxMilliPercent} between 0 and 100000`),
  ],
);

/** A file that goes with an invoice: the contractor's bill that it passes on. */
export const invoiceFiles = pgTable(
  "invoice_files",
  {
    tenantId: tenantId().references(() => tenants.id),
    documentId: uuid("document_id").notNull(),
    fileId: uuid("file_id").notNull(),
    title: text("title").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.documentId, t.fileId] }),
    foreignKey({
      columns: [t.tenantId, t.documentId],
      foreignColumns: [invoices.tenantId, invoices.documentId],
    }),
    foreignKey({ columns: [t.tenantId, t.fileId], foreignColumns: [files.tenantId, files.id] }),
    index("invoice_files_by_file").on(t.tenantId, t.fileId),
  ],
);
