import { createWriteStream, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ensureBuild } from "./build.mjs";
import { ensureModules } from "./install.mjs";
import { isFree, nextFree } from "./ports.mjs";
import { startPostgres } from "./postgres.mjs";
import { recall, rememberInstead } from "./remember.mjs";
import { end, mustRunNode, root, startNode } from "./run.mjs";
import { secrets } from "./secrets.mjs";
import { atEnd, Halt, main, step } from "./steps.mjs";

const runningFile = join(root, ".data/running.json");
const serverLog = join(root, ".data/demo.log");
/** Any number will do, as long as nothing else in this database claims it. */
const demoClaim = 20_260_701;

await main(demo, { whenInterrupted: 0 });

async function demo() {
  const port = chosenPort(process.env.PORT);
  const reset = process.argv.includes("--reset");
  await ensureModules();
  const postgres = await step("Starting Postgres", "Postgres runs", () => startPostgres({ root }));
  atEnd(() => postgres.stop());
  await refuseSecond(postgres);
  rememberInstead(runningFile, { pid: process.pid, port });
  await refuseBusy(port);
  const env = environment(postgres, port);
  await prepareDatabase(postgres, { env, reset });
  await ensureBuild();
  const server = await step("Starting the server", "Server answers", () => serve(port, env));
  process.stdout.write(
    await mustRunNode(["--import", "tsx", "scripts/doors.ts"], {
      env,
      sentence: "The doors could not be opened: run `npm run demo -- --reset` for a fresh database.",
    }),
  );
  console.log("Ctrl-C ends it. What the server says is in .data/demo.log.");
  await new Promise((resolve) => server.once("exit", resolve));
  throw new Halt("The server went away: .data/demo.log says why; run `npm run demo` again.");
}

function chosenPort(wanted = "3000") {
  const port = Number(wanted);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Halt(
    `PORT=${wanted} is not a port: choose a number from 1024 to 65535, as in PORT=3001 npm run demo.`,
  );
}

/** Two demos would share one database and one build: the second is sent to the first. */
async function refuseSecond(postgres) {
  if (await postgres.claim(demoClaim)) return;
  const { pid, port } = recall(runningFile) ?? {};
  throw new Halt(
    `A demo runs from this folder already: open http://localhost:${port}, or end it with Ctrl-C where it runs (or kill ${pid}).`,
  );
}

async function refuseBusy(port) {
  // The server of a demo that was killed a moment ago is still putting its work down.
  for (let tries = 0; tries < 40; tries += 1) {
    if (await isFree(port)) return;
    await pause(100);
  }
  throw new Halt(
    `Port ${port} is taken by another program: run PORT=${await nextFree(port)} npm run demo instead.`,
  );
}

function environment(postgres, port) {
  return {
    ...secrets(),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    APP_ORIGIN: `http://localhost:${port}`,
    PORT: String(port),
    DATABASE_OWNER_URL: postgres.ownerUrl("latchkey"),
    DATABASE_URL: postgres.appUrl("latchkey"),
    DATA_DIR: ".data",
    DEMO: "1",
  };
}

async function prepareDatabase(postgres, { env, reset }) {
  const afresh = "run `npm run demo -- --reset`, or remove the folder .data and run `npm run demo`.";
  await step("Preparing the database", "Database ready", async () => {
    if (reset) await postgres.dropDatabase("latchkey");
    await postgres.ensureDatabase("latchkey");
    await mustRunNode(["--import", "tsx", "db/migrate.ts"], {
      env,
      sentence: `The database could not be brought up to date: ${afresh}`,
    });
  });
  await step("Seeding", reset ? "Emptied and seeded anew" : "Seed in place", () =>
    mustRunNode(["--import", "tsx", "db/seed.ts", ...(reset ? ["--reset"] : [])], {
      env,
      sentence: `The seed failed: ${afresh}`,
    }),
  );
}

/** Starts the server and waits until it is well. The owner's address stays with the scripts: the server has no use for it. */
async function serve(port, { DATABASE_OWNER_URL: _kept, ...env }) {
  const server = startNode(
    ["node_modules/next/dist/bin/next", "start", "-p", String(port), "-H", "127.0.0.1"],
    { env },
  );
  rmSync(serverLog, { force: true });
  const log = createWriteStream(serverLog, { mode: 0o600 });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.pipe(log, { end: false });
    stream.on("data", (part) => {
      said = `${said}${part}`.slice(-8000);
    });
  }
  const deadline = Date.now() + 60_000;
  while (server.exitCode === null && server.signalCode === null && Date.now() < deadline) {
    if (await isWell(port)) return server;
    await pause(100);
  }
  await end(server);
  throw new Halt(
    "The server did not start: the lines above are its last; mend what they name and run `npm run demo` again.",
    said,
  );
}

async function isWell(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(5000) });
    return answer.status === 200;
  } catch {
    // Nobody listens yet.
    return false;
  }
}
