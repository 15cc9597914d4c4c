import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * What a file remembers, as JSON that only its owner may read. The first caller's `invent()` is kept: of two at once one wins
 * and both get the same answer. A file is whole or absent, never half written.
 */
export function remember(file, invent) {
  for (;;) {
    const known = recall(file);
    if (known) return known;
    const draft = write(file, invent());
    try {
      linkSync(draft, file);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
}

/** Puts `value` in the place of what the file remembers. */
export function rememberInstead(file, value) {
  renameSync(write(file, value), file);
}

/** What the file remembers, or undefined. */
export function recall(file) {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
  return JSON.parse(text);
}

function write(file, value) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o711 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  return draft;
}
