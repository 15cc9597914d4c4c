import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
/** What belongs to the project: what git tracks and what it would; without git, as in an image, nothing is asked. */
const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter(Boolean);
const sources = tracked.filter((path) => /\.(?:ts|tsx|css|mjs)$/.test(path) && !path.startsWith("bench/"));

test("[D1] the product stands on what its design card names, and each of it is in use", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
  const code = sources.map((path) => readFileSync(`${root}/${path}`, "utf8")).join("\n");
  for (const name of [
    "next",
    "react",
    "drizzle-orm",
    "postgres",
    "iron-session",
    "resend",
    "@upstash/ratelimit",
    "@upstash/redis",
  ]) {
    expect(dependencies[name], name).toMatch(/^\d+\.\d+\.\d+$/);
    expect(code.includes(`from "${name}`), `${name} is imported`).toBe(true);
  }
  expect(code).toContain('@import "tailwindcss"');
  expect(devDependencies["@playwright/test"]).toMatch(/^\d+\.\d+\.\d+$/);
});

test("[D2] the top-level folders are those of the house, and no other holds code", () => {
  const folders = new Set(
    sources.flatMap((path) => (path.includes("/") ? [path.slice(0, path.indexOf("/"))] : [])),
  );
  for (const named of ["app", "components", "db", "lib", "e2e", "scripts"]) expect(folders).toContain(named);
  const house = ["app", "components", "db", "lib", "e2e", "public", "scripts", "bench"];
  expect([...folders].filter((folder) => !house.includes(folder))).toEqual([]);
});
