import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureChromium } from "./browser.mjs";
import { ensureBuild } from "./build.mjs";
import { ensureModules, stampOf } from "./install.mjs";
import { freePort } from "./ports.mjs";
import { startPostgres } from "./postgres.mjs";
import { npm } from "./programs.mjs";
import { mustRunNode, root, runNode } from "./run.mjs";
import { secrets } from "./secrets.mjs";
import { atEnd, main, step } from "./steps.mjs";

const databases = { ours: "latchkey_bench", peers: "latchkey_bench_peers" };

await main(bench);

/**
 * Measures the product beside its peers and the floor, from a fresh clone, and prints one table. `--full` adds the inbox with
 * a million orders; `--only=P1,P8` chooses rows. It reports and judges nobody: a row that misses its mark ends nothing.
 */
async function bench() {
  await ensureModules();
  await ensurePeers();
  const postgres = await step("Starting Postgres", "Postgres runs", () =>
    startPostgres({ root, fast: true }),
  );
  atEnd(() => postgres.stop());
  const port = await freePort();
  const env = environment(postgres, port);
  await step("Preparing the databases", "Databases ready", () => prepare(postgres, env));
  await ensureBuild();
  await step("Building the bare app", "Bare app built", () =>
    mustRunNode(["node_modules/next/dist/bin/next", "build", "bench/bare"], {
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      sentence: "The bare app could not be built: the lines above say why.",
    }),
  );
  const chromium = await step("Looking for Chromium", (path) => `Chromium: ${path}`, ensureChromium);
  const { code } = await runNode(["--import", "tsx", "bench/bench.ts", ...process.argv.slice(2)], {
    env: { ...env, CHROMIUM_PATH: chromium },
    echo: true,
    limitMs: 3_600_000,
  });
  return code;
}

/** The peers have a package.json of their own, so that none of them ever comes into the product. */
async function ensurePeers() {
  const folder = join(root, "bench");
  const lock = readFileSync(join(folder, "package-lock.json"), "utf8");
  const stamp = stampOf(lock, `${process.platform}-${process.arch}`);
  const stampFile = join(folder, "node_modules/.latchkey");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  await step("Installing the peers", "Peers installed", () =>
    npm(["ci", "--prefix", folder, "--no-audit", "--no-fund", "--loglevel=error"], {
      sentence:
        "The peers could not be installed: check that npm reaches its registry (`npm ping`) and run this again.",
    }),
  );
  writeFileSync(stampFile, stamp);
}

function environment(postgres, port) {
  return {
    ...secrets(),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    APP_ORIGIN: `http://localhost:${port}`,
    DATABASE_URL: postgres.appUrl(databases.ours),
    DATABASE_OWNER_URL: postgres.ownerUrl(databases.ours),
    PEERS_DATABASE_URL: postgres.ownerUrl(databases.peers),
    DATA_DIR: ".data/bench",
    // Each request says that it comes from another address, so that the limits are not what is measured.
    TRUSTED_PROXIES: "127.0.0.1, ::1",
    WORKER: "beside",
    LOG_LEVEL: "warn",
  };
}

async function prepare(postgres, env) {
  for (const database of Object.values(databases)) {
    await postgres.dropDatabase(database);
    await postgres.ensureDatabase(database);
  }
  await mustRunNode(["--import", "tsx", "db/migrate.ts"], {
    env,
    sentence: "The database of the bench could not be made: the lines above say why.",
  });
}
