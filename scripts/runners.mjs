import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { e2eSpecs, specsOf, unitSpecs } from "./results.mjs";
import { root, runNode } from "./run.mjs";
import { seconds } from "./steps.mjs";

const folder = join(root, ".data/test");

/** Where the runners leave what they saw, for whoever asks later. */
export const reports = { unit: join(folder, "unit.json"), e2e: join(folder, "e2e.json") };

/** Runs the unit and database tests, shown as they go; resolves to their specs. */
export function runUnit(env) {
  const args = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${reports.unit}`,
  ];
  return runTests({ title: "Unit and database tests", args, file: reports.unit, read: unitSpecs }, env);
}

/** Runs the end-to-end tests against the production build, shown as they go; resolves to their specs. */
export function runE2e(env) {
  const args = ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"];
  const withReport = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: reports.e2e };
  return runTests({ title: "End-to-end tests", args, file: reports.e2e, read: e2eSpecs }, withReport);
}

async function runTests({ title, args, file, read }, env) {
  const began = performance.now();
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  console.log(`· ${title} …`);
  const { code, tooLong } = await runNode(args, { env, limitMs: 2_700_000, echo: true });
  if (tooLong) console.log(`${title} were ended because they took longer than three quarters of an hour.`);
  console.log(`${code === 0 ? "✓" : "✗"} ${title} (${seconds(began)})`);
  return specsOf({ file, read, code, title });
}
