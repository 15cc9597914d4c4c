import { index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, createdAt, id, tenantId } from "../columns";
import { tenants } from "./tenants";

/** A file that was taken in: what it is was read from its content, and its name on disk is ours. */
export const files = pgTable(
  "files",
  {
    tenantId: tenantId().references(() => tenants.id),
    id: id(),
    key: text("key").notNull().unique(),
    name: text("name").notNull(),
    contentType: text("content_type", {
      enum: ["application/pdf", "image/jpeg", "image/png", "image/webp"],
    }).notNull(),
    size: integer("size").notNull(),
    width: integer("width"),
    height: integer("height"),
    sha256: bytes("sha256").notNull(),
    /** The link that sent it, until it belongs to something, and again who let go of it; such a file is swept after a day. */
    stagedBy: uuid("staged_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique().on(t.id),
    index("files_staged").on(t.tenantId, t.stagedBy),
  ],
);
