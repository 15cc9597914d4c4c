import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { npm } from "./programs.mjs";
import { root as project } from "./run.mjs";
import { Halt, step } from "./steps.mjs";

const oldestNode = [20, 9];

/** Has the packages of package-lock.json in node_modules: installs them when they are missing, older, or half installed. */
export async function ensureModules(root = project) {
  refuseOldNode(process.versions.node);
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const stamp = stampOf(lock, `${process.platform}-${process.arch}`);
  const stampFile = join(root, "node_modules/.latchkey");
  if (readIfThere(stampFile) === stamp) return;
  if (!isInstalled(lock, readIfThere(join(root, "node_modules/.package-lock.json")))) {
    await step("Installing packages", "Packages installed", install);
  }
  writeFileSync(stampFile, stamp);
}

/** Refuses a Node that the product does not run on. */
export function refuseOldNode(version) {
  const [major, minor] = version.split(".").map(Number);
  const old = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
  if (old)
    throw new Halt(
      `Node ${version} is too old: install Node ${oldestNode.join(".")} or newer from nodejs.org.`,
    );
}

/** What node_modules is stamped with once all is installed: the lock, and the machine whose binaries are in it. */
export function stampOf(lock, platform) {
  return `${createHash("sha256").update(lock).digest("hex")} ${platform}\n`;
}

/**
 * Whether npm itself finished an install of this lock: `installed` is the list that npm leaves in node_modules as its last act.
 * Packages for other machines may be absent.
 */
export function isInstalled(lock, installed) {
  if (!installed) return false;
  const there = JSON.parse(installed).packages;
  return Object.entries(JSON.parse(lock).packages)
    .filter(([path, wanted]) => path !== "" && !wanted.optional)
    .every(([path, wanted]) => there[path]?.version === wanted.version);
}

async function install() {
  for (let triesLeft = 3; ; triesLeft -= 1) {
    try {
      return await npm(
        ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"],
        {
          sentence:
            "The packages could not be installed: check that npm reaches its registry (`npm ping`) and run this again.",
        },
      );
    } catch (error) {
      // An npm that was interrupted a moment ago may still be putting its files away.
      if (triesLeft === 0 || !/ENOTEMPTY|EBUSY/.test(error.output)) throw error;
      await pause(2000);
    }
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
