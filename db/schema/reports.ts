import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant, tenantId } from "../columns";
import { documents } from "./documents";
import { files } from "./storage";
import { tenants } from "./tenants";

/** What was measured on a visit: “Chlorine”, “2.1”, “ppm”, and what it should be. */
export type Reading = { name: string; value: string; unit: string; range: string };

/** What a document of the kind “service report” has beyond its trunk; its text is the document's body. */
export const serviceReports = pgTable(
  "service_reports",
  {
    tenantId: tenantId().references(() => tenants.id),
    documentId: uuid("document_id").notNull(),
    visitedAt: instant("visited_at"),
    doneBy: text("done_by").notNull().default(""),
    readings: jsonb("readings").$type<Reading[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.documentId] }),
    foreignKey({ columns: [t.tenantId, t.documentId], foreignColumns: [documents.tenantId, documents.id] }),
  ],
);

export const reportPhotos = pgTable(
  "report_photos",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    documentId: uuid("document_id").notNull(),
    fileId: uuid("file_id").notNull(),
    caption: text("caption").notNull().default(""),
    place: integer("place").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.documentId], foreignColumns: [documents.tenantId, documents.id] }),
    foreignKey({ columns: [t.tenantId, t.fileId], foreignColumns: [files.tenantId, files.id] }),
    index("report_photos_by_document").on(t.tenantId, t.documentId, t.place),
    index("report_photos_by_file").on(t.tenantId, t.fileId),
  ],
);
