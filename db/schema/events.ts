import { sql } from "drizzle-orm";
import { bigint, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenantId, xid } from "../columns";
import { tenants } from "./tenants";
import { workOrders } from "./work-orders";

export const happeningKinds = [
  "work-order.created",
  "work-order.edited",
  "work-order.dispatched",
  "work-order.accepted",
  "work-order.declined",
  "work-order.scheduled",
  "work-order.on-site",
  "work-order.completed",
  "work-order.cancelled",
  "work-order.question",
  "work-order.answered",
  "work-order.photo-added",
  "invoice.received",
  "invoice.approved",
  "link.issued",
  "link.sent",
  "link.delivered",
  "link.bounced",
  "link.copied",
  "link.machine-looked",
  "link.opened",
  "link.spent",
  "link.discarded",
  "link.refused",
  "link.retired",
  "link.asked-for",
  "link.ask-dismissed",
  "session.refused",
  "session.revoked",
  "session.ended",
  "contact.created",
  "contact.edited",
  "property.created",
  "property.edited",
] as const;

/** One happening: what the timeline, the live inbox, the webhooks and the audit trail all read. Append only. */
export const events = pgTable(
  "events",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity(),
    tx: xid("tx").notNull().default(sql`pg_current_xact_id()`),
    at: instant("at").notNull().defaultNow(),
    kind: text("kind", { enum: happeningKinds }).notNull(),
    actor: text("actor", { enum: ["member", "contact", "machine", "system"] }).notNull(),
    actorId: uuid("actor_id"),
    actorName: text("actor_name").notNull().default(""),
    workOrderId: uuid("work_order_id"),
    linkId: uuid("link_id"),
    contactId: uuid("contact_id"),
    sessionId: uuid("session_id"),
    detail: jsonb("detail").$type<Record<string, string | number | null>>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      columns: [t.tenantId, t.workOrderId],
      foreignColumns: [workOrders.tenantId, workOrders.id],
    }),
    index("events_by_work_order").on(t.tenantId, t.workOrderId, t.id).where(sql`work_order_id is not null`),
    index("events_by_link").on(t.tenantId, t.linkId).where(sql`link_id is not null`),
    index("events_by_contact").on(t.tenantId, t.contactId, t.id).where(sql`contact_id is not null`),
    index("events_by_tx").on(t.tenantId, t.tx),
  ],
);
