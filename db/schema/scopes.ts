import { bigint, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, tenantId } from "../columns";
import { documents } from "./documents";
import { contacts, persons } from "./people";
import { members, tenants } from "./tenants";

/** One revision of a scope of work. Once sent it stays as it is; an approval is bound to it. */
export const scopeRevisions = pgTable(
  "scope_revisions",
  {
    tenantId: tenantId().references(() => tenants.id),
    documentId: uuid("document_id").notNull(),
    number: integer("number").notNull(),
    sentAt: instant("sent_at"),
    approvedAt: instant("approved_at"),
    approvedBy: text("approved_by"),
    changesRequestedAt: instant("changes_requested_at"),
    changesRequestedBy: text("changes_requested_by"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.documentId, t.number] }),
    foreignKey({ columns: [t.tenantId, t.documentId], foreignColumns: [documents.tenantId, documents.id] }),
  ],
);

/** One line of a revision; `key` is the same line in every revision, so that differences can be told. */
export const scopeLines = pgTable(
  "scope_lines",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    documentId: uuid("document_id").notNull(),
    revision: integer("revision").notNull(),
    key: uuid("key").notNull(),
    group: text("group").notNull().default(""),
    place: integer("place").notNull(),
    words: text("words").notNull(),
    amountCents: bigint("amount_cents", { mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      columns: [t.tenantId, t.documentId, t.revision],
      foreignColumns: [scopeRevisions.tenantId, scopeRevisions.documentId, scopeRevisions.number],
    }),
    index("scope_lines_by_revision").on(t.tenantId, t.documentId, t.revision, t.place),
  ],
);

/** What is said about a line: a client's is kept as it is written, and goes to the office with “Request changes”. */
export const scopeComments = pgTable(
  "scope_comments",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    documentId: uuid("document_id").notNull(),
    /** The revision that it was said of. */
    revision: integer("revision").notNull(),
    lineKey: uuid("line_key").notNull(),
    contactId: uuid("contact_id"),
    person: text("person", { enum: persons }),
    memberId: uuid("member_id"),
    name: text("name").notNull(),
    words: text("words").notNull(),
    createdAt: createdAt(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      columns: [t.tenantId, t.documentId, t.revision],
      foreignColumns: [scopeRevisions.tenantId, scopeRevisions.documentId, scopeRevisions.number],
    }),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
    foreignKey({ columns: [t.tenantId, t.memberId], foreignColumns: [members.tenantId, members.id] }),
    index("scope_comments_by_line").on(t.tenantId, t.documentId, t.lineKey, t.createdAt),
  ],
);
