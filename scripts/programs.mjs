import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { mustRunNode, run } from "./run.mjs";
import { Halt } from "./steps.mjs";

/** Where the first of these programs is on the PATH that is there, or undefined. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/** Whether there is a program at this path that we may run. */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Absent or not for us: for the caller it is the same.
    return false;
  }
}

/** Whether apt-get may install programs here. */
export function mayInstall() {
  return process.getuid?.() === 0 && Boolean(onPath("apt-get"));
}

/** Runs apt-get without questions; resolves to `{ code, output }`. */
export function aptGet(options, { cwd, limitMs = 300_000 } = {}) {
  return run("apt-get", options, { cwd, limitMs, env: { DEBIAN_FRONTEND: "noninteractive" } });
}

/** Runs npm and stops the script with this sentence when it fails. */
export async function npm(options, { sentence, limitMs }) {
  const file = process.env.npm_execpath;
  // By its file when it is known, so that it ends with this script.
  if (file?.endsWith("npm-cli.js")) return mustRunNode([file, ...options], { sentence, limitMs });
  const { code, output } = await run("npm", options, { limitMs });
  if (code !== 0) throw new Halt(sentence, output);
  return output;
}
