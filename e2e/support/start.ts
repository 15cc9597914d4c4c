import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { migrate } from "@/db/migrate";
import { startPostgres } from "@/scripts/postgres.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Of this run alone: a server that a killed run left behind must not do this one’s work. */
const database = `latchkey_e2e_${process.pid}`;

/** Starts what the end-to-end tests meet: a fresh database and the production server, with its worker inside. */
export default async function start() {
  const cluster = await startPostgres({ root, fast: true });
  const owner = postgres(cluster.ownerUrl("postgres"), { max: 1, onnotice: () => {} });
  await owner.unsafe(`drop database if exists ${database} with (force)`);
  await owner.unsafe(`create database ${database}`);
  await owner.end();
  await migrate(cluster.ownerUrl(database), cluster.appUrl(database));

  const port = await freePort();
  const dataDir = await mkdtemp(join(tmpdir(), "latchkey-e2e-"));
  const environment = {
    NODE_ENV: "production" as const,
    APP_ORIGIN: `http://localhost:${port}`,
    DATABASE_URL: cluster.appUrl(database),
    DATA_DIR: dataDir,
    LINK_KEYS: `a:${"5a".repeat(32)}`,
    SESSION_KEYS: `a:${"c3".repeat(32)}`,
    // Each test speaks from an address of its own, so that none uses up another's limit.
    TRUSTED_PROXIES: "127.0.0.1, ::1",
    LOG_LEVEL: "warn",
  };
  const server = await startServer(port, environment);
  process.env.E2E_ORIGIN = environment.APP_ORIGIN;
  process.env.E2E_ENVIRONMENT = JSON.stringify(environment);
  process.env.E2E_OWNER_URL = cluster.ownerUrl(database);

  return async () => {
    await stopServer(server);
    await rm(dataDir, { recursive: true, force: true });
    await cluster.dropDatabase(database);
    await cluster.stop();
  };
}

/** One more process of the product on a port of its own: the same keys, the same database, the same address outside. */
export async function startSecondServer() {
  const port = await freePort();
  const server = await startServer(port, JSON.parse(process.env.E2E_ENVIRONMENT ?? "{}"));
  return { origin: `http://localhost:${port}`, stop: () => stopServer(server) };
}

async function startServer(port: number, environment: Record<string, string>): Promise<ChildProcess> {
  const server = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "-p", String(port)], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "inherit", "inherit"],
  });
  await answers(`http://localhost:${port}/api/health`, server);
  return server;
}

async function stopServer(server: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await gone;
}

async function answers(address: string, server: ChildProcess) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error("The server ended before it answered.");
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The server did not answer within a minute.");
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
