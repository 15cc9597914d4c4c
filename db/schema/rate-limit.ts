import { bigint, integer, pgTable, text } from "drizzle-orm/pg-core";

/** One row a limited key: how often it was used in this window and in the one before. Holds hashes, never addresses. */
export const requestCounts = pgTable("request_counts", {
  key: text("key").primaryKey(),
  windowNumber: bigint("window_number", { mode: "number" }).notNull(),
  current: integer("current").notNull(),
  previous: integer("previous").notNull(),
  expiresAtMs: bigint("expires_at_ms", { mode: "number" }).notNull(),
});
