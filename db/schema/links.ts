import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, id, instant, tenantId } from "../columns";
import { documents } from "./documents";
import { contacts } from "./people";
import { members, tenants } from "./tenants";
import { workOrders } from "./work-orders";

export const purposes = [
  "dispatch",
  "portal-invitation",
  "portal-login",
  "contract-signature",
  "scope-review",
  "selections",
  "appointment",
  "invoice",
  "invoice-reminder",
  "service-report",
  "recovery",
  "staff-sign-in",
] as const;

export const linkClasses = ["bearer", "single-use", "standing"] as const;
export const channels = ["email", "sms", "copy"] as const;

/** The way in: what for (purpose), to which thing (subject), for whom (holder), and its whole life. */
export const links = pgTable(
  "links",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    purpose: text("purpose", { enum: purposes }).notNull(),
    contactId: uuid("contact_id"),
    memberId: uuid("member_id"),
    workOrderId: uuid("work_order_id"),
    documentId: uuid("document_id"),
    /** As it was when it was issued: a setting changed later changes the links sent from then on. */
    class: text("class", { enum: linkClasses }).notNull(),
    channel: text("channel", { enum: channels }).notNull(),
    address: text("address").notNull(),
    issuedAt: instant("issued_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    sentAt: instant("sent_at"),
    deliveredAt: instant("delivered_at"),
    bouncedAt: instant("bounced_at"),
    bounceReason: text("bounce_reason"),
    machineLookedAt: instant("machine_looked_at"),
    machineLooks: integer("machine_looks").notNull().default(0),
    openedAt: instant("opened_at"),
    spentAt: instant("spent_at"),
    discardedAt: instant("discarded_at"),
    retiredAt: instant("retired_at"),
    retiredReason: text("retired_reason", {
      enum: ["re-dispatched", "cancelled", "code-tries", "address-changed"],
    }),
    /**
     * The link whose message and token this one shares: somebody with several shops gets one message, and each shop has a
     * row of its own, with its own life.
     */
    sentWith: uuid("sent_with"),
    /** The browser that asked (a hash of its cookie): where both meet, the link opens in one tap. */
    askedBy: bytes("asked_by"),
    askedFrom: text("asked_from"),
    /** How often the code of the message was typed wrong; the fifth time ends the link. */
    codeTries: integer("code_tries").notNull().default(0),
    /** The browser that spent it (a hash of its nonce), for the two minutes in which it may repeat the POST. */
    spentBy: bytes("spent_by"),
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
    foreignKey({ columns: [t.tenantId, t.documentId], foreignColumns: [documents.tenantId, documents.id] }),
    check("links_one_holder", sql`num_nonnulls(${t.contactId}, ${t.memberId}) = 1`),
    index("links_by_work_order").on(t.tenantId, t.workOrderId, t.issuedAt),
    index("links_by_limit").on(t.purpose, t.address, t.issuedAt),
    // Of the instants that end a link, the one that never changes: a spend then touches no index.
    index("links_by_expiry").on(t.expiresAt),
    index("links_by_contact").on(t.tenantId, t.contactId, t.issuedAt).where(sql`contact_id is not null`),
    index("links_by_document").on(t.tenantId, t.documentId).where(sql`document_id is not null`),
    index("links_by_lead").on(t.sentWith).where(sql`sent_with is not null`),
    index("links_by_asker").on(t.askedBy),
  ],
);

/** What opens a link: the SHA-256 of a token, never the token. A retried delivery may leave two. */
export const linkTokens = pgTable(
  "link_tokens",
  {
    hash: bytes("hash").primaryKey(),
    tenantId: tenantId(),
    linkId: uuid("link_id").notNull(),
    mintedAt: instant("minted_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.tenantId, t.linkId], foreignColumns: [links.tenantId, links.id] }).onDelete(
      "cascade",
    ),
    index("link_tokens_by_link").on(t.tenantId, t.linkId),
  ],
);

/**
 * Requests for a sign-in link, whoever the address belongs to: counted before anybody looks it up, so that neither the
 * answer nor its time tells. `answeredAt` is when the links were issued, which happens once.
 */
export const linkRequests = pgTable(
  "link_requests",
  {
    id: id().primaryKey(),
    purpose: text("purpose", { enum: purposes }).notNull(),
    addressHash: bytes("address_hash").notNull(),
    /** The document that the link is asked for again; none for a sign-in link. */
    documentId: uuid("document_id"),
    askedAt: instant("asked_at").notNull().default(sql`clock_timestamp()`),
    answeredAt: instant("answered_at"),
  },
  (t) => [index("link_requests_by_address").on(t.purpose, t.addressHash, t.askedAt)],
);
