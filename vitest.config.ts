import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

const tests = ["lib", "db", "components", "scripts"].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => `${room}/${file}`),
);

/** What a test says that sets an environment, which a module reads only once. */
const ownModules = /stubEnv|"@\/e2e\/support\/(?:at-till|redis)"/;
const alone = tests.filter((file) => ownModules.test(readFileSync(join(root, file), "utf8")));

const each = {
  setupFiles: ["./e2e/support/environment.ts"],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 20_000 } },
};
const resolve = { alias: { "@": root } };

export default defineConfig({
  resolve,
  test: {
    globalSetup: ["./e2e/support/database.ts"],
    maxWorkers: 2,
    // Most of what a test file took was to load the product once more: all that can share its modules do.
    projects: [
      { resolve, test: { ...each, name: "together", include: tests, exclude: alone, isolate: false } },
      { resolve, test: { ...each, name: "alone", include: alone } },
    ],
  },
});
