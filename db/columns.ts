import { sql } from "drizzle-orm";
import { customType, pgRole, timestamp, uuid } from "drizzle-orm/pg-core";

/** The role that `inTenant` takes on: it sees the rows of one tenant and nothing else. */
export const tenantRole = pgRole("latchkey_tenant").existing();
/** The role of links and sessions: it finds by a secret's hash, before a tenant is known. */
export const gateRole = pgRole("latchkey_gate").existing();

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
