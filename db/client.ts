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
  shared.latchkeyDb = { sql: pool, db: drizzle(preparing(pool)) };
  return shared.latchkeyDb;
}

/**
 * Drizzle leaves its statements unprepared, which costs each a second round trip and a plan of its own. Here they are
 * prepared once a connection, and sent in the order in which they are called.
 */
function preparing<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  return new Proxy(client, {
    get(target, name) {
      if (name === "unsafe") {
        return (text: string, values: postgres.ParameterOrJSON<never>[]) =>
          target.unsafe(text, values, { prepare: true }).execute();
      }
      if (name === "begin" || name === "savepoint") {
        const inside = Reflect.get(target, name) as (work: Inside) => Promise<unknown>;
        return (work: Inside) => inside((transaction) => work(preparing(transaction)));
      }
      return Reflect.get(target, name);
    },
  });
}

type Inside = (transaction: postgres.TransactionSql) => Promise<unknown>;

function connected(): Connected {
  if (!shared.latchkeyDb) {
    const { DATABASE_URL, DATABASE_POOL } = process.env;
    if (!DATABASE_URL) throw new Error("DATABASE_URL is missing. See .env.example.");
    connect(DATABASE_URL, Number(DATABASE_POOL?.trim() || 10));
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
  return asTenant(scope, "auto", work);
}

/**
 * The same for lists, whose statements are planned each time: a plan that suits a large tenant scans the whole table for a
 * small one. A look-up by id keeps its plan, since it suits everybody, and planning costs more than the look-up.
 */
export function listInTenant<T>(scope: TenantScope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return asTenant(scope, "force_custom_plan", work);
}

function asTenant<T>({ tenantId }: TenantScope, plans: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return gate().transaction(async (tx) => {
    const takeOn = tx.execute(
      sql`select set_config('role', 'latchkey_tenant', true), set_config('latchkey.tenant', ${tenantId}, true),
        set_config('plan_cache_mode', ${plans}, true)`,
    );
    // Sent first and not waited for: a connection runs what it is sent in order, and after a failure runs nothing more.
    const [, result] = await Promise.all([takeOn.execute(), work(tx)]);
    return result;
  });
}

/** Ends every connection: at shutdown, and at the end of a test. */
export async function disconnect(): Promise<void> {
  const open = shared.latchkeyDb;
  shared.latchkeyDb = undefined;
  await open?.sql.end({ timeout: 5 });
}
