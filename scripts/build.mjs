import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustRunNode, root } from "./run.mjs";
import { secrets } from "./secrets.mjs";
import { step } from "./steps.mjs";

const sourceFolders = ["app", "components", "db", "lib", "public"];
const notBuilt =
  /^\.|\.md$|\.tsbuildinfo$|^next-env\.d\.ts$|^(vitest|playwright|drizzle|knip)\.config\.|^(biome|knip)\.json$|^compose\.|^Dockerfile$/;
const stampFile = join(root, ".next/built-from");

/** Has a production build of the sources as they are: builds unless the last whole build was of the same. */
export async function ensureBuild() {
  const { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY } = secrets();
  const stamp = sourcesHash(NEXT_SERVER_ACTIONS_ENCRYPTION_KEY);
  if (isBuilt(stamp)) return console.log("✓ Built already from these sources");
  await step("Building", "Built", async () => {
    rmSync(stampFile, { force: true });
    // Types that `next dev` left of a page that has gone would fail the build.
    rmSync(join(root, ".next/dev"), { recursive: true, force: true });
    await mustRunNode(["node_modules/next/dist/bin/next", "build"], {
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY },
      sentence: "The build failed: the lines above name the file to mend.",
    });
    writeFileSync(stampFile, stamp);
  });
}

function isBuilt(stamp) {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
}

/** The same for the same sources: every file that a build may read, by name and content, and the key that goes into it. */
function sourcesHash(key) {
  const hash = createHash("sha256").update(key);
  const atTop = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && !notBuilt.test(entry.name),
  );
  const inFolders = sourceFolders.filter((folder) => existsSync(join(root, folder))).flatMap(filesIn);
  for (const file of [...atTop.map((entry) => entry.name), ...inFolders].sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

function filesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(path);
    return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
  });
}
