import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ensureModules } from "./install.mjs";
import { judge, linesOf, overdue, strangers } from "./promise-table.mjs";
import { recall } from "./remember.mjs";
import { e2eSpecs, unitSpecs } from "./results.mjs";
import { root, runNode } from "./run.mjs";
import { reports } from "./runners.mjs";
import { main } from "./steps.mjs";

const folders = ["app", "components", "db", "e2e", "lib", "scripts"];

await main(showPromises);

/** Every promise with its specs and what they last showed; runs them first when the sources have changed since, unless `--last`. */
async function showPromises() {
  const { resolved, promises } = JSON.parse(
    readFileSync(new URL("./promises.json", import.meta.url), "utf8"),
  );
  if (!process.argv.includes("--last") && !areFresh()) await runSpecs();
  const specs = [...specsIn(reports.unit, unitSpecs), ...specsIn(reports.e2e, e2eSpecs)];
  const rows = judge(promises, specs);
  for (const row of rows) console.log(linesOf(row).join("\n"));
  const late = overdue(rows, resolved);
  const unknown = strangers(promises, specs);
  console.log(`\n${closing(rows)}`);
  if (late.length)
    console.log(`Their issue is resolved, but they are not kept: ${late.map((row) => row.id).join(", ")}.`);
  if (unknown.length)
    console.log(`Specs name promises that are not in scripts/promises.json: ${unknown.join(", ")}.`);
  return late.length + unknown.length > 0 ? 1 : 0;
}

function closing(rows) {
  const having = (state) => rows.filter((row) => row.state === state).length;
  return `${having("kept")} kept, ${having("broken")} broken, ${having("unproved")} unproved, ${having("no spec")} without a spec`;
}

async function runSpecs() {
  await ensureModules();
  console.log("The sources have changed since the specs last ran: running them.");
  await runNode(["scripts/test.mjs", "--only=unit,e2e"], { limitMs: 3_600_000, echo: true });
}

function specsIn(file, read) {
  const report = recall(file);
  return report ? read(report) : [];
}

/** Whether both runners have run since a source was last touched. */
function areFresh() {
  const touched = Math.max(...folders.map((folder) => lastTouched(join(root, folder))));
  return Object.values(reports).every(
    (file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > touched,
  );
}

function lastTouched(folder) {
  const times = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? lastTouched(path) : statSync(path).mtimeMs;
  });
  return Math.max(0, ...times);
}
