import { randomBytes } from "node:crypto";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "./ports.mjs";
import { prepareCluster } from "./postgres-cluster.mjs";
import { endServer, lastWords, launchServer, runningServer } from "./postgres-server.mjs";
import { recall, remember, rememberInstead } from "./remember.mjs";
import { Halt } from "./steps.mjs";

const startWithinMs = 60_000;
const answerWithinMs = 3_000;
const launchesAtMost = 5;

/**
 * The embedded Postgres of this project, started, or joined if it runs already. `fast` is another one, for tests, with files of
 * its own: it gives up safety against a power cut. Everyone who starts it also stops it; the last one out ends the server.
 */
export async function startPostgres({ root, fast = false }) {
  const name = fast ? "postgres-test" : "postgres";
  const memory = join(root, ".data", `${name}.json`);
  const port = await freePort();
  const { ownerPassword, appPassword } = remember(memory, () => ({
    port,
    ownerPassword: randomBytes(24).toString("hex"),
    appPassword: randomBytes(24).toString("hex"),
  }));
  const prepared = prepareCluster({ root, name, password: ownerPassword });
  const cluster = { ...prepared, memory, log: join(root, ".data", `${name}.log`), fast, ownerPassword };
  const { hold, address } = await enter(cluster);
  return {
    /** The superuser's address: for migrations, seeding and tests. */
    ownerUrl: (database) => `postgres://owner:${ownerPassword}@${address}/${database}`,
    /** The address of the app's own login, which the migration makes. */
    appUrl: (database) => `postgres://latchkey_app:${appPassword}@${address}/${database}`,
    ensureDatabase: (database) => ensureDatabase(hold, database),
    dropDatabase: (database) => hold`drop database if exists ${hold(database)} with (force)`,
    /** True for one caller at a time, until it stops or dies: the way to see that a demo runs already. */
    claim: async (number) => (await hold`select pg_try_advisory_lock(${number}) as mine`)[0].mine,
    stop: () => leave(cluster, hold),
  };
}

/** A connection that is held as long as the server is in use: connect first, start only if nobody answers. */
async function enter(cluster) {
  const deadline = Date.now() + startWithinMs;
  let launches = 0;
  let server;
  while (Date.now() < deadline && launches <= launchesAtMost) {
    const port = runningServer(cluster.folder)?.port ?? recall(cluster.memory).port;
    const { hold, nobody, stranger } = await call(cluster, port);
    if (stranger) rememberInstead(cluster.memory, { ...recall(cluster.memory), port: await freePort() });
    if (hold) return { hold, address: `127.0.0.1:${port}` };
    if (nobody && (!server || server.exitCode !== null || server.signalCode !== null)) {
      // Right after a crash the old server's children may still hold its memory: they need a moment.
      if (launches > 0) await pause(500);
      launches += 1;
      server = launchServer(cluster, port);
    }
    await pause(25);
  }
  throw new Halt(`Postgres did not start: the lines above are from ${cluster.log}.`, lastWords(cluster));
}

/** Who is at this port: our server (then the connection), nobody, a stranger, or ours in no state to answer yet. */
async function call({ ownerPassword, folder }, port) {
  const { default: postgres } = await import("postgres");
  const hold = postgres(`postgres://owner:${ownerPassword}@127.0.0.1:${port}/postgres`, {
    max: 1,
    max_lifetime: 0,
    idle_timeout: 0,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: "latchkey-hold" },
  });
  try {
    const asked = hold`select current_setting('data_directory') as folder`;
    const [row] = await Promise.race([asked, tired()]);
    if (realpathSync(row.folder) === realpathSync(folder)) return { hold };
  } catch (error) {
    await hold.end({ timeout: 0 });
    if (error.code === "ECONNREFUSED") return { nobody: true };
    const passing = /^57P0|^53300|^CONNECTION_|^ECONNRESET|^EPIPE/;
    return passing.test(error.code) && runningServer(folder) ? {} : { stranger: true };
  }
  await hold.end({ timeout: 1 });
  return { stranger: true };
}

/** A stranger may hold the line and never say a word of Postgres. */
async function tired() {
  await pause(answerWithinMs, undefined, { ref: false });
  throw Object.assign(new Error("no answer"), { code: "CONNECTION_SILENT" });
}

async function ensureDatabase(hold, database) {
  const [known] = await hold`select 1 from pg_database where datname = ${database}`;
  if (!known) await hold`create database ${hold(database)}`;
}

async function leave(cluster, hold) {
  const others = await countOthers(hold);
  await hold.end({ timeout: 5 });
  if (others === 0) await endServer(cluster.folder);
}

async function countOthers(hold) {
  try {
    const [row] = await hold`
      select count(*)::int as others from pg_stat_activity
      where application_name = 'latchkey-hold' and pid <> pg_backend_pid()`;
    return row.others;
  } catch {
    // The server is gone already, so nobody uses it.
    return 0;
  }
}
