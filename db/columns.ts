import { sql } from "drizzle-orm";
import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** A column that takes the tenant from the transaction's scope, so that an insert never names it. */
export const tenantId = () => uuid("tenant_id").notNull().default(sql`current_tenant()`);

export const id = () => uuid("id").notNull().default(sql`gen_random_uuid()`);

/** An instant, in UTC, as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const createdAt = () => instant("created_at").notNull().defaultNow();

/** Bytes: only ever a hash or a MAC. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** The transaction that wrote the row: what a live stream needs so as to miss nothing. */
export const xid = customType<{ data: string; driverData: string }>({ dataType: () => "xid8" });
