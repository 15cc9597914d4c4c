import { date, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, tenantId } from "../columns";
import { documents } from "./documents";
import { members, tenants } from "./tenants";

/** What became of one rung of a document's ladder for one address. What is still to come is worked out, not stored. */
export const reminders = pgTable(
  "reminders",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    documentId: uuid("document_id").notNull(),
    address: text("address").notNull(),
    /** The day that it was planned for, where the client lives: one reminder a day and address, whatever happens. */
    plannedFor: date("planned_for", { mode: "string" }).notNull(),
    /** restored: a skip was taken back, so that it is sent after all. */
    outcome: text("outcome", { enum: ["sent", "skipped", "restored"] }).notNull(),
    at: instant("at").notNull().defaultNow(),
    linkId: uuid("link_id"),
    memberId: uuid("member_id"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("reminders_once").on(t.tenantId, t.documentId, t.address, t.plannedFor),
    foreignKey({ columns: [t.tenantId, t.documentId], foreignColumns: [documents.tenantId, documents.id] }),
    foreignKey({ columns: [t.tenantId, t.memberId], foreignColumns: [members.tenantId, members.id] }),
    index("reminders_by_time").on(t.tenantId, t.at),
  ],
);
