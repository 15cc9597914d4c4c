import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, tenantId } from "../columns";
import { documents } from "./documents";
import { tenants } from "./tenants";

/** Who goes out together: a crew is in one place at a time. */
export const crews = pgTable(
  "crews",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    name: text("name").notNull(),
    active: boolean("active").notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** choosing: the client picks one of the free times. proposed, confirmed: the time is held for them. */
export const appointmentStates = ["choosing", "proposed", "confirmed", "cancelled"] as const;

/**
 * What a document of the kind “appointment” has beyond its trunk. Two that hold a time of one crew never overlap: the
 * constraint `appointments_one_at_a_time` stands in the migration.
 */
export const appointments = pgTable(
  "appointments",
  {
    tenantId: tenantId().references(() => tenants.id),
    documentId: uuid("document_id").notNull(),
    crewId: uuid("crew_id").notNull(),
    state: text("state", { enum: appointmentStates }).notNull().default("choosing"),
    /** When the crew arrives: the window from start to end. None while the client has not picked one. */
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    /** How long the window is for which a time is picked, in minutes. */
    windowMinutes: integer("window_minutes").notNull().default(120),
    /** How long they stay: “about 2 hours”. */
    stays: text("stays").notNull().default(""),
    place: text("place").notNull().default(""),
    /** The property's own zone: the day and the clock that the client reads. */
    zone: text("zone").notNull(),
    /** Rises with every change that a calendar must hear of; the UID is the document's id. */
    sequence: integer("sequence").notNull().default(0),
    changedAt: instant("changed_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.documentId] }),
    foreignKey({ columns: [t.tenantId, t.documentId], foreignColumns: [documents.tenantId, documents.id] }),
    foreignKey({ columns: [t.tenantId, t.crewId], foreignColumns: [crews.tenantId, crews.id] }),
    index("appointments_by_start").on(t.tenantId, t.startsAt),
  ],
);
