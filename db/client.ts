import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

declare const proven: unique symbol;

/** Proof that somebody may see a tenant's rows. Only `lib/auth/scope.ts` makes one. */
export type TenantScope = { readonly tenantId: string; readonly [proven]: true };

export type Db = PostgresJsDatabase;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

type Connected = { sql: postgres.Sql; db: Db };

/** One pool a process: pages and the worker are separate module graphs, so it hangs on globalThis. */
const shared = globalThis as unknown as { latchkeyDb?: Connected };

/** Opens the pool. Called once at start with the app's own login; a test opens one on its own database. */
export function connect(url: string, max: number): Connected {
  const pool = postgres(url, {
    max,
    onnotice: () => {},
    connection: { application_name: "latchkey", TimeZone: "UTC" },
  });
  shared.latchkeyDb = { sql: pool, db: drizzle(pool) };
  return shared.latchkeyDb;
}

function connected(): Connected {
  if (!shared.latchkeyDb) {
    const { DATABASE_URL, DATABASE_POOL } = process.env;
    if (!DATABASE_URL) throw new Error("DATABASE_URL is missing. See .env.example.");
    connect(DATABASE_URL, Number(DATABASE_POOL ?? 10));
  }
  return shared.latchkeyDb as Connected;
}

/** The gate's own view: links, sessions, members and tenants, before a tenant is known. For `lib/links` and `lib/auth`. */
export const gate = (): Db => connected().db;

/** The raw driver, for LISTEN and for the few statements that are faster prepared by hand. */
export const driver = (): postgres.Sql => connected().sql;

/**
 * The only way to a tenant's rows: one transaction in which row-level security lets through this tenant's alone.
 * Queries in it never name the tenant, and inserts take it from a column default.
 */
export function inTenant<T>(scope: TenantScope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return gate().transaction(async (tx) => {
    await tx.execute(
      sql`select set_config('role', 'latchkey_tenant', true), set_config('latchkey.tenant', ${scope.tenantId}, true)`,
    );
    return work(tx);
  });
}

/** Ends every connection: at shutdown, and at the end of a test. */
export async function disconnect(): Promise<void> {
  const open = shared.latchkeyDb;
  shared.latchkeyDb = undefined;
  await open?.sql.end({ timeout: 5 });
}
