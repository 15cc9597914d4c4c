import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, tenantId } from "../columns";
import { contacts } from "./people";
import { tenants } from "./tenants";

/** A client's job with a builder or a shop: what its documents belong to. */
export const projects = pgTable(
  "projects",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    contactId: uuid("contact_id").notNull(),
    name: text("name").notNull(),
    /** Where it is built, as the office writes it. */
    place: text("place").notNull().default(""),
    closedAt: instant("closed_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique().on(t.id),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
    index("projects_by_contact").on(t.tenantId, t.contactId),
    index("projects_by_name").on(t.tenantId, t.name),
  ],
);
