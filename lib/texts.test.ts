import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));

test.each(["README.md", "GLOSSARY.md", "SECURITY.md"])("every file that %s names is there", (text) => {
  const spoken = readFileSync(`${root}${text}`, "utf8").matchAll(/`([^`\s]+)`/g);
  const paths = [...spoken]
    .map((found) => found[1] ?? "")
    .filter((path) => /^(app|components|db|e2e|lib|scripts|bench)\/[^*<…]+$/.test(path));
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
});
