import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as migrateTables } from "drizzle-orm/postgres-js/migrator";
import { runMigrations } from "graphile-worker";
import { Pool } from "pg";
import postgres from "postgres";

const folder = fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * Brings a database up to date: tables and policies, the queue's schema, and the app's login with the rights of the gate,
 * the queue, and (only by taking it on) a tenant. Safe to repeat and to run twice at once.
 *
 * @param ownerUrl a login that may create tables and roles
 * @param appUrl the app's own login: made if missing, its password set
 */
export async function migrate(ownerUrl: string, appUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(7140613)`;
    await migrateTables(drizzle(sql), { migrationsFolder: folder });
    await giveQueueItsSchema(sql, ownerUrl);
    await admitApp(sql, new URL(appUrl));
  } finally {
    await sql.end();
  }
}

/** The queue's tables belong to a role of their own, which the app's login inherits. */
async function giveQueueItsSchema(sql: postgres.Sql, ownerUrl: string) {
  const [{ database } = { database: "" }] = await sql<
    { database: string }[]
  >`select current_database() as database`;
  await sql.unsafe("create schema if not exists graphile_worker authorization latchkey_queue");
  // Its migrations ask for their schema once more, which takes this right even where it exists.
  await sql.unsafe(`grant create on database ${quoted(database)} to latchkey_queue`);
  const pool = new Pool({ connectionString: ownerUrl, options: "-c role=latchkey_queue", max: 2 });
  // A connection that is lost is told of by the statement that it breaks.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
    await sql.unsafe(`revoke create on database ${quoted(database)} from latchkey_queue`);
  }
}

async function admitApp(sql: postgres.Sql, app: URL) {
  const name = decodeURIComponent(app.username);
  const [known] =
    await sql`select rolsuper or rolbypassrls as unguarded from pg_roles where rolname = ${name}`;
  if (known?.unguarded) {
    throw new Error(`DATABASE_URL must name a login of its own: ${name} passes by row-level security.`);
  }
  const password = `'${decodeURIComponent(app.password).replaceAll("'", "''")}'`;
  const verb = known ? "alter" : "create";
  await sql.unsafe(`${verb} role ${quoted(name)} login inherit password ${password}`);
  await sql.unsafe(`grant latchkey_gate, latchkey_queue to ${quoted(name)} with inherit true`);
  await sql.unsafe(`grant latchkey_tenant to ${quoted(name)} with inherit false, set true`);
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { DATABASE_OWNER_URL, DATABASE_URL } = process.env;
  if (!DATABASE_OWNER_URL || !DATABASE_URL) {
    throw new Error(
      "DATABASE_OWNER_URL or DATABASE_URL is missing: the owner's login and the app's. See .env.example.",
    );
  }
  await migrate(DATABASE_OWNER_URL, DATABASE_URL);
}
