import { sql } from "drizzle-orm";
import {
  boolean,
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
import { bytes, createdAt, id, instant, tenantId } from "../columns";
import { contacts } from "./people";
import { members, tenants } from "./tenants";

/** A browser that is let in. The row decides; the cookie only names it. */
export const sessions = pgTable(
  "sessions",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    idHash: bytes("id_hash").notNull().unique(),
    kind: text("kind", { enum: ["staff", "client"] }).notNull(),
    memberId: uuid("member_id"),
    contactId: uuid("contact_id"),
    address: text("address").notNull(),
    deviceFamily: text("device_family").notNull(),
    linkId: uuid("link_id"),
    /** Whether only portal access lets it in: it ends when that is switched off. */
    needsPortal: boolean("needs_portal").notNull().default(false),
    /** Whether the office had the link in hand that began it: it reads, and neither signs nor approves. */
    officeSawLink: boolean("office_saw_link").notNull().default(false),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique().on(t.id),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
    foreignKey({ columns: [t.tenantId, t.memberId], foreignColumns: [members.tenantId, members.id] }),
    index("sessions_by_member").on(t.tenantId, t.memberId),
    index("sessions_by_contact").on(t.tenantId, t.contactId),
    index("sessions_by_end").on(sql`least(expires_at, ends_at, revoked_at)`),
  ],
);

/** The answer to a POST that carried an Idempotency-Key, for a day: the same key gets the same answer. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    tenantId: tenantId().references(() => tenants.id),
    holder: uuid("holder").notNull(),
    key: text("key").notNull(),
    requestHash: bytes("request_hash").notNull(),
    status: integer("status"),
    body: jsonb("body"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.holder, t.key] })],
);

/** What someone typed into a form that was refused, kept for an hour so that the page can show it again. */
export const keptForms = pgTable(
  "kept_forms",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    holder: uuid("holder").notNull(),
    problem: text("problem").notNull(),
    sent: jsonb("sent").$type<Record<string, string>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);
