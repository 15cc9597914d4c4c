import { rmSync } from "node:fs";
import { join } from "node:path";
import { ensureChromium } from "./browser.mjs";
import { ensureBuild } from "./build.mjs";
import { ensureModules } from "./install.mjs";
import { startPostgres } from "./postgres.mjs";
import { ensureRedis } from "./redis.mjs";
import { check, count } from "./results.mjs";
import { mustRunNode, root } from "./run.mjs";
import { runE2e, runUnit } from "./runners.mjs";
import { secrets } from "./secrets.mjs";
import { atEnd, explain, Halt, main, step } from "./steps.mjs";

const tools = {
  lint: "node_modules/@biomejs/biome/bin/biome",
  next: "node_modules/next/dist/bin/next",
  types: "node_modules/typescript/bin/tsc",
  unused: "node_modules/knip/bin/knip.js",
};

/** What several parts need is made once in a run. */
let built;
let served;

const parts = {
  lint: () => checked("Lint and import rules", lint),
  types: () => checked("Types", types),
  unused: () => checked("Unused code", unused),
  unit: async () => runUnit({ ...(await testPostgres()), ...(await redis()) }),
  build: () => checked("Production build", build),
  e2e,
};

await main(test);

/** Runs every check, also after one that failed, and ends with one line that counts them all. */
async function test() {
  const specs = [];
  const asked = chosenParts(process.argv.slice(2));
  const installed = await checked("Packages", ensureModules);
  if (count(installed).failed) specs.push(...installed);
  else for (const part of asked) specs.push(...(await tried(part)));
  const { passed, failed, skipped } = count(specs);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** All parts, or those of `--only=unit,e2e`. */
function chosenParts(options) {
  const only = options
    .find((option) => option.startsWith("--only="))
    ?.slice("--only=".length)
    .split(",");
  const unknown = only?.find((part) => !(part in parts));
  if (unknown) throw new Halt(`There is no part ${unknown}: choose from ${Object.keys(parts).join(", ")}.`);
  return Object.keys(parts).filter((part) => !only || only.includes(part));
}

/** What a part could not even begin with (no Postgres, no browser) is one failure; the other parts still run. */
async function tried(part) {
  try {
    return await parts[part]();
  } catch (error) {
    explain(error);
    return check(part, false);
  }
}

async function checked(title, work) {
  try {
    await work();
    return check(title, true);
  } catch (error) {
    explain(error);
    return check(title, false);
  }
}

function lint() {
  return tool("Checking lint and import rules", "Lint and import rules", {
    args: [tools.lint, "check", "--error-on-warnings", "."],
    sentence: "Lint failed: mend what the lines above name; `npm run format` mends the form.",
  });
}

async function types() {
  rmSync(join(root, ".next/dev"), { recursive: true, force: true });
  const sentence = "The types do not fit: mend what the lines above name.";
  await step("Checking types", "Types", async () => {
    await mustRunNode([tools.next, "typegen"], { sentence, limitMs: 300_000 });
    await mustRunNode([tools.types, "--noEmit"], { sentence, limitMs: 300_000 });
  });
}

function unused() {
  return tool("Looking for unused code", "No unused code", {
    args: [tools.unused],
    sentence: "Something is unused: remove what the lines above name.",
  });
}

function tool(doing, done, { args, sentence }) {
  return step(doing, done, () => mustRunNode(args, { sentence, limitMs: 300_000 }));
}

async function e2e() {
  const chromium = await step("Looking for Chromium", (path) => `Chromium: ${path}`, ensureChromium);
  await build().catch(() => {
    throw new Halt("The end-to-end tests were not run: they need the build.");
  });
  return runE2e({ ...secrets(), ...(await testPostgres()), CHROMIUM_PATH: chromium });
}

/** One build for all who need it in this run, also when it failed. */
function build() {
  built ??= ensureBuild();
  return built;
}

/** The fast Postgres of the tests, started once: a database, by its owner's address and by the app's. */
async function testPostgres() {
  served ??= step("Starting Postgres", "Postgres for tests", () => startPostgres({ root, fast: true })).then(
    (postgres) => {
      atEnd(() => postgres.stop());
      return postgres;
    },
  );
  const postgres = await served;
  await postgres.ensureDatabase("latchkey_test");
  return {
    DATABASE_OWNER_URL: postgres.ownerUrl("latchkey_test"),
    DATABASE_URL: postgres.appUrl("latchkey_test"),
  };
}

async function redis() {
  const found = await step(
    "Looking for Redis",
    ({ path, missing }) => (path ? `Redis: ${path}` : `No Redis: ${missing}`),
    ensureRedis,
  );
  return found.path ? { REDIS_SERVER: found.path } : { REDIS_MISSING: found.missing };
}
