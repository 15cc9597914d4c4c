import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
/** What is made at run time, or belongs to others. */
const notOurs = /^(?:node_modules|\.git|\.next|\.data|test-results|playwright-report|bench)(?:\/|$)/;
const files = readdirSync(root, { withFileTypes: true })
  .filter(({ name }) => !notOurs.test(name))
  .flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(`${root}/${entry.name}`, { recursive: true, encoding: "utf8" }).map(
          (path) => `${entry.name}/${path.replaceAll("\\", "/")}`,
        )
      : [entry.name],
  );
const sources = files.filter((path) => /\.(?:ts|tsx|css|mjs)$/.test(path));

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
