import { boolean, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { createdAt, id, tenantId } from "../columns";
import { tenants } from "./tenants";

/** A person or company outside the office. */
export const contacts = pgTable(
  "contacts",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    kind: text("kind", { enum: ["client", "contractor"] }).notNull(),
    name: text("name").notNull(),
    company: text("company"),
    trade: text("trade"),
    email: text("email"),
    phone: text("phone"),
    prefers: text("prefers", { enum: ["email", "sms"] })
      .notNull()
      .default("sms"),
    partnerName: text("partner_name"),
    partnerEmail: text("partner_email"),
    partnerPhone: text("partner_phone"),
    /** What the same partner was called before their name was corrected: under these they signed as well. */
    partnerOnce: text("partner_once").array().notNull().default([]),
    /** Where they live, if it is not the business's own zone: no reminder comes at night. */
    timeZone: text("time_zone"),
    active: boolean("active").notNull().default(true),
    portalAccess: boolean("portal_access").notNull().default(false),
    /** Counts the changes of what a client’s form holds, so that one filled in before another’s change is refused. */
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique().on(t.id),
    index("contacts_by_name").on(t.tenantId, t.kind, t.name),
    index("contacts_by_email").on(t.email),
    index("contacts_by_phone").on(t.phone),
    index("contacts_by_partner_email").on(t.partnerEmail),
    index("contacts_by_partner_phone").on(t.partnerPhone),
  ],
);

/** Two people are one client: the primary, and the partner who acts for themselves. */
export const persons = ["primary", "partner"] as const;

/** An address, with who lives there and how to get in. */
export const properties = pgTable(
  "properties",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    street: text("street").notNull(),
    suburb: text("suburb").notNull(),
    state: text("state").notNull().default(""),
    postcode: text("postcode").notNull().default(""),
    timeZone: text("time_zone").notNull(),
    occupantName: text("occupant_name"),
    occupantPhone: text("occupant_phone"),
    accessNotes: text("access_notes").notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique().on(t.id),
    index("properties_by_street").on(t.tenantId, t.street),
  ],
);
