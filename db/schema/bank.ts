import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, tenantId } from "../columns";
import { members, tenants } from "./tenants";

/**
 * Where a business wants to be paid by transfer. proposed: one member wrote it. confirmed: a second one agreed, and its day's
 * wait runs. in-force: clients see it. replaced: others came after it. withdrawn: taken back before it was in force.
 */
export const bankDetails = pgTable(
  "bank_details",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    state: text("state", { enum: ["proposed", "confirmed", "in-force", "replaced", "withdrawn"] })
      .notNull()
      .default("proposed"),
    accountName: text("account_name").notNull(),
    bankName: text("bank_name").notNull().default(""),
    /** BSB, sort code or routing number, and the number of the account or IBAN: without the spaces and hyphens of writing. */
    routing: text("routing").notNull(),
    accountNumber: text("account_number").notNull(),
    proposedBy: uuid("proposed_by").notNull(),
    proposedAt: instant("proposed_at").notNull().defaultNow(),
    confirmedBy: uuid("confirmed_by"),
    confirmedAt: instant("confirmed_at"),
    /** A day after the second member agreed. */
    takesEffectAt: instant("takes_effect_at"),
    inForceSince: instant("in_force_since"),
    endedBy: uuid("ended_by"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.proposedBy], foreignColumns: [members.tenantId, members.id] }),
    foreignKey({ columns: [t.tenantId, t.confirmedBy], foreignColumns: [members.tenantId, members.id] }),
    foreignKey({ columns: [t.tenantId, t.endedBy], foreignColumns: [members.tenantId, members.id] }),
    uniqueIndex("bank_details_one_in_force").on(t.tenantId).where(sql`state = 'in-force'`),
    uniqueIndex("bank_details_one_coming").on(t.tenantId).where(sql`state in ('proposed', 'confirmed')`),
    index("bank_details_by_time").on(t.tenantId, t.proposedAt),
    check("bank_details_two_members", sql`${t.confirmedBy} <> ${t.proposedBy}`),
    index("bank_details_to_take_effect").on(t.tenantId, t.takesEffectAt).where(sql`state = 'confirmed'`),
  ],
);
