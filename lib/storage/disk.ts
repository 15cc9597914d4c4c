import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkedKey, type Storage } from "./port";

/** Keeps content as files under one folder, readable by their owner only. A file appears whole, under its final name, or not at all. */
export function diskStorage(folder: string): Storage {
  const pathOf = (key: string) => join(folder, checkedKey(key));
  return {
    async put(key, content) {
      const path = pathOf(key);
      const half = `${path}.${randomUUID()}.half`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        await writeFile(half, content, { mode: 0o600, flush: true });
        await rename(half, path);
      } finally {
        await rm(half, { force: true });
      }
    },
    read: (key) => readFile(pathOf(key)).catch(undefinedIfAbsent),
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

function undefinedIfAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
