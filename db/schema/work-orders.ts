import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, tenantId } from "../columns";
import { contacts, properties } from "./people";
import { files } from "./storage";
import { members, tenants } from "./tenants";

export const workOrderStatuses = [
  "DRAFT",
  "ASSIGNED",
  "ACCEPTED",
  "SCHEDULED",
  "ON_SITE",
  "COMPLETED",
  "DECLINED",
  "CANCELLED",
] as const;

/** What an agency dispatches; the contractor sees it as a job. */
export const workOrders = pgTable(
  "work_orders",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    scope: text("scope").notNull().default(""),
    trade: text("trade"),
    status: text("status", { enum: workOrderStatuses }).notNull().default("DRAFT"),
    propertyId: uuid("property_id").notNull(),
    contractorId: uuid("contractor_id"),
    managerId: uuid("manager_id").notNull(),
    ceilingCents: bigint("ceiling_cents", { mode: "number" }),
    currency: text("currency").notNull(),
    dispatchedAt: instant("dispatched_at"),
    acceptedAt: instant("accepted_at"),
    scheduledFor: instant("scheduled_for"),
    onSiteAt: instant("on_site_at"),
    completedAt: instant("completed_at"),
    declinedAt: instant("declined_at"),
    declineReason: text("decline_reason"),
    cancelledAt: instant("cancelled_at"),
    cancelReason: text("cancel_reason"),
    /** What waits for the office, since when. `attention` is the most pressing of them: the order of "Needs you". */
    questionAt: instant("question_at"),
    overCeilingAt: instant("over_ceiling_at"),
    undeliveredAt: instant("undelivered_at"),
    linkAskedAt: instant("link_asked_at"),
    /** Whose dead link that was: it need not be the contractor who has the job now. */
    linkAskedBy: uuid("link_asked_by"),
    attention: smallint("attention").generatedAlwaysAs(
      sql`case when question_at is not null then 1 when status = 'DECLINED' then 2 when over_ceiling_at is not null then 3 when undelivered_at is not null then 4 when link_asked_at is not null then 5 end`,
    ),
    movedAt: instant("moved_at").notNull().defaultNow(),
    /** Rises with every change: a form that was filled in against an older one is refused. */
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique().on(t.id),
    unique().on(t.tenantId, t.number),
    foreignKey({ columns: [t.tenantId, t.propertyId], foreignColumns: [properties.tenantId, properties.id] }),
    foreignKey({ columns: [t.tenantId, t.contractorId], foreignColumns: [contacts.tenantId, contacts.id] }),
    foreignKey({ columns: [t.tenantId, t.linkAskedBy], foreignColumns: [contacts.tenantId, contacts.id] }),
    foreignKey({ columns: [t.tenantId, t.managerId], foreignColumns: [members.tenantId, members.id] }),
    index("work_orders_needing_you")
      .on(t.tenantId, t.attention, t.movedAt.desc().nullsFirst(), t.id)
      .where(sql`attention is not null`),
    index("work_orders_in_motion")
      .on(t.tenantId, t.movedAt.desc().nullsFirst(), t.id)
      .where(sql`attention is null and status in ('DRAFT', 'ASSIGNED', 'ACCEPTED', 'SCHEDULED', 'ON_SITE')`),
    index("work_orders_done")
      .on(t.tenantId, t.completedAt.desc().nullsFirst(), t.id)
      .where(sql`status = 'COMPLETED'`),
    index("work_orders_by_status").on(t.tenantId, t.status, t.number.desc().nullsFirst()),
    index("work_orders_by_contractor").on(t.tenantId, t.contractorId, t.number.desc().nullsFirst()),
    index("work_orders_by_property").on(t.tenantId, t.propertyId),
  ],
);

/** Pictures of a work order: the office's, for whoever has the job, and what a contractor photographed there. */
export const workOrderPhotos = pgTable(
  "work_order_photos",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    workOrderId: uuid("work_order_id").notNull(),
    fileId: uuid("file_id").notNull(),
    caption: text("caption").notNull().default(""),
    /** The contractor who took it; null for the office's own. */
    contactId: uuid("contact_id"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      columns: [t.tenantId, t.workOrderId],
      foreignColumns: [workOrders.tenantId, workOrders.id],
    }),
    foreignKey({ columns: [t.tenantId, t.fileId], foreignColumns: [files.tenantId, files.id] }),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
    index("work_order_photos_by_order").on(t.tenantId, t.workOrderId),
  ],
);

/** The thread of one work order: the contractor asks, the office answers. */
export const threadEntries = pgTable(
  "thread_entries",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    workOrderId: uuid("work_order_id").notNull(),
    from: text("from", { enum: ["contractor", "office"] }).notNull(),
    memberId: uuid("member_id"),
    /** Whose conversation it is: the contractor who asked, or whom the office answered. Another one never reads it. */
    contactId: uuid("contact_id"),
    text: text("text").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      columns: [t.tenantId, t.workOrderId],
      foreignColumns: [workOrders.tenantId, workOrders.id],
    }),
    foreignKey({ columns: [t.tenantId, t.memberId], foreignColumns: [members.tenantId, members.id] }),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
    index("thread_entries_by_order").on(t.tenantId, t.workOrderId, t.createdAt),
  ],
);

/** queried: the office asked the contractor something about it before it agrees. */
export const billStates = ["received", "needs-approval", "queried", "approved", "paid"] as const;

/** A contractor's invoice for a job, against the order's cost ceiling. */
export const contractorInvoices = pgTable(
  "contractor_invoices",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    workOrderId: uuid("work_order_id").notNull(),
    contractorId: uuid("contractor_id").notNull(),
    number: text("number"),
    /** Its letters and digits alone, in lower case: by it “AC-118” and “ac 118” are the same one. */
    plainNumber: text("plain_number").generatedAlwaysAs(
      sql`nullif(lower(regexp_replace(number, '[^[:alnum:]]', '', 'g')), '')`,
    ),
    amountCents: bigint("amount_cents", { mode: "number" }).notNull(),
    currency: text("currency").notNull(),
    ceilingCents: bigint("ceiling_cents", { mode: "number" }),
    note: text("note").notNull().default(""),
    fileId: uuid("file_id").notNull(),
    state: text("state", { enum: billStates }).notNull(),
    approvedAt: instant("approved_at"),
    approvedBy: uuid("approved_by"),
    /** The day on which the office paid it, by whom it was written down, and what the bank statement says. */
    paidOn: date("paid_on", { mode: "string" }),
    paidBy: uuid("paid_by"),
    /** When it was written down as paid: until the end of that day it may be taken back. */
    paidAt: instant("paid_at"),
    reference: text("reference").notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      columns: [t.tenantId, t.workOrderId],
      foreignColumns: [workOrders.tenantId, workOrders.id],
    }),
    foreignKey({ columns: [t.tenantId, t.contractorId], foreignColumns: [contacts.tenantId, contacts.id] }),
    foreignKey({ columns: [t.tenantId, t.fileId], foreignColumns: [files.tenantId, files.id] }),
    foreignKey({ columns: [t.tenantId, t.approvedBy], foreignColumns: [members.tenantId, members.id] }),
    foreignKey({ columns: [t.tenantId, t.paidBy], foreignColumns: [members.tenantId, members.id] }),
    index("contractor_invoices_by_order").on(t.tenantId, t.workOrderId),
    index("contractor_invoices_by_time").on(t.tenantId, t.state, t.createdAt.desc(), t.id),
    index("contractor_invoices_by_contractor").on(
      t.tenantId,
      t.contractorId,
      t.state,
      t.createdAt.desc(),
      t.id,
    ),
  ],
);
