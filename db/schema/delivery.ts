import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, tenantId } from "../columns";
import { links } from "./links";
import { contacts } from "./people";
import { files } from "./storage";
import { members, tenants } from "./tenants";
import { workOrders } from "./work-orders";

export const messageKinds = [
  "dispatch",
  "answer",
  "cancellation",
  "question-to-office",
  "link-asked",
  "staff-sign-in",
  "portal-login",
  "portal-invitation",
  "document",
  "document-over",
  "client-said",
  "money-told",
  "bank-details-to-office",
  "bank-details-to-client",
] as const;

/** A message to be sent: who, why and what, never a token. */
export const messages = pgTable(
  "messages",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    kind: text("kind", { enum: messageKinds }).notNull(),
    channel: text("channel", { enum: ["email", "sms"] }).notNull(),
    address: text("address").notNull(),
    contactId: uuid("contact_id"),
    memberId: uuid("member_id"),
    workOrderId: uuid("work_order_id"),
    linkId: uuid("link_id"),
    /** A file that goes with the letter. */
    fileId: uuid("file_id"),
    detail: jsonb("detail").$type<Record<string, string | number | null>>().notNull().default({}),
    attempts: integer("attempts").notNull().default(0),
    firstTriedAt: instant("first_tried_at"),
    providerId: text("provider_id"),
    queuedAt: instant("queued_at").notNull().defaultNow(),
    sentAt: instant("sent_at"),
    deliveredAt: instant("delivered_at"),
    bouncedAt: instant("bounced_at"),
    failedAt: instant("failed_at"),
    failure: text("failure"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique().on(t.id),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
    foreignKey({ columns: [t.tenantId, t.memberId], foreignColumns: [members.tenantId, members.id] }),
    foreignKey({
      columns: [t.tenantId, t.workOrderId],
      foreignColumns: [workOrders.tenantId, workOrders.id],
    }),
    foreignKey({ columns: [t.tenantId, t.linkId], foreignColumns: [links.tenantId, links.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.tenantId, t.fileId], foreignColumns: [files.tenantId, files.id] }),
    index("messages_by_link").on(t.tenantId, t.linkId),
    index("messages_by_order").on(t.tenantId, t.workOrderId),
    index("messages_by_file").on(t.tenantId, t.fileId).where(sql`file_id is not null`),
    index("messages_by_provider").on(t.providerId),
  ],
);
