import { boolean, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { createdAt, id, instant, tenantId } from "../columns";

/** A business that uses the product: an agency, a builder or a shop. */
export const tenants = pgTable("tenants", {
  id: id().primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  kind: text("kind", { enum: ["agency", "builder", "shop"] }).notNull(),
  timeZone: text("time_zone").notNull(),
  locale: text("locale").notNull().default("en-AU"),
  currency: text("currency").notNull().default("AUD"),
  taxLabel: text("tax_label").notNull().default("inc GST"),
  phone: text("phone"),
  email: text("email"),
  brandColour: text("brand_colour").notNull().default("#12493B"),
  logo: text("logo", { enum: ["fern", "house", "leaf", "wave", "key"] })
    .notNull()
    .default("key"),
  /** How long a session lasts without a visit, in days, and how long each purpose's link lives, in ms. */
  staffSessionDays: integer("staff_session_days").notNull().default(7),
  clientSessionDays: integer("client_session_days").notNull().default(30),
  linkTtlMs: jsonb("link_ttl_ms").$type<Record<string, number>>().notNull().default({}),
  /** Whether an invoice's link opens until it is paid, or once. */
  invoiceLinks: text("invoice_links", { enum: ["standing", "single-use"] })
    .notNull()
    .default("standing"),
  /** What an invoice's number begins with, and the last one given: “BW-” and 3071. */
  invoicePrefix: text("invoice_prefix").notNull().default("INV-"),
  lastInvoiceNumber: integer("last_invoice_number").notNull().default(1000),
  /** How many days after its first sending an invoice is due where nothing else is written. */
  invoiceTermsDays: integer("invoice_terms_days").notNull().default(14),
  /** The tax that a new line has: its name, and its rate in thousandths of a per cent. */
  taxName: text("tax_name").notNull().default("GST"),
  taxMilliPercent: integer("tax_milli_percent").notNull().default(10_000),
  /** The number by which its country knows it, such as an ABN, as it stands on its invoices; none where it gave none. */
  businessNumber: text("business_number"),
  /** The connected account at Stripe that its payments go to; none for the one account of this installation. */
  stripeAccount: text("stripe_account"),
  /** Where its office is, in one line. */
  address: text("address").notNull().default(""),
  /** When it works, by weekday (1 is Monday), on the clock of the place that it goes to: `{ "1": ["08:00", "17:00"] }`. */
  workingHours: jsonb("working_hours")
    .$type<Record<string, [opens: string, closes: string]>>()
    .notNull()
    .default({
      "1": ["08:00", "17:00"],
      "2": ["08:00", "17:00"],
      "3": ["08:00", "17:00"],
      "4": ["08:00", "17:00"],
      "5": ["08:00", "17:00"],
    }),
  /** How long before an appointment its client may still move or cancel it, in hours. */
  noticeHours: integer("notice_hours").notNull().default(24),
  /** The days before (negative) or after the due day on which each kind of document is reminded of; none means the table. */
  reminderLadders: jsonb("reminder_ladders").$type<Record<string, number[]>>().notNull().default({}),
  /** From when to when no reminder is sent, as wall-clock times where the client lives. */
  quietFrom: text("quiet_from").notNull().default("20:00"),
  quietUntil: text("quiet_until").notNull().default("08:00"),
  lastWorkOrderNumber: integer("last_work_order_number").notNull().default(0),
  closedAt: instant("closed_at"),
  createdAt: createdAt(),
});

export const roles = ["owner", "manager", "viewer"] as const;

/** A person who works in the office of a tenant. */
export const members = pgTable(
  "members",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    phone: text("phone"),
    jobTitle: text("job_title").notNull().default("Property manager"),
    role: text("role", { enum: roles }).notNull(),
    active: boolean("active").notNull().default(true),
    singleKeys: boolean("single_keys").notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), unique().on(t.id), unique().on(t.tenantId, t.email)],
);
