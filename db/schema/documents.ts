import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, tenantId } from "../columns";
import { contacts } from "./people";
import { projects } from "./projects";
import { tenants } from "./tenants";

export const documentKinds = [
  "contract",
  "scope",
  "selections",
  "appointment",
  "invoice",
  "service-report",
] as const;

export const documentEnds = [
  "paid",
  "void",
  "withdrawn",
  "superseded",
  "closed",
  "past",
  "cancelled",
] as const;

/** What a client is sent by link: for whom it is, what it is, and whether it still opens. */
export const documents = pgTable(
  "documents",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    kind: text("kind", { enum: documentKinds }).notNull(),
    contactId: uuid("contact_id").notNull(),
    projectId: uuid("project_id"),
    title: text("title").notNull(),
    body: text("body").notNull().default(""),
    /** Every address that it was sent to: who has no portal access sees what was addressed to them, and nothing else. */
    addressedTo: text("addressed_to").array().notNull().default(sql`'{}'`),
    sentAt: instant("sent_at"),
    /** It is settled: its links are dead from the next request on. */
    closedAt: instant("closed_at"),
    closedAs: text("closed_as", { enum: documentEnds }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique().on(t.id),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
    foreignKey({ columns: [t.tenantId, t.projectId], foreignColumns: [projects.tenantId, projects.id] }),
    index("documents_by_contact").on(t.tenantId, t.contactId),
    index("documents_by_project").on(t.tenantId, t.projectId),
  ],
);
