import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diskStorage } from "./disk";
import { newKey, type Storage } from "./port";
import { s3Storage } from "./s3";

const tenantId = randomUUID();
let folder: string;
let server: S3rver;
const places: Record<string, Storage> = {};
const place = (name: string): Storage => {
  const found = places[name];
  if (!found) throw new Error(`no ${name}`);
  return found;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-files-"));
  server = new S3rver({
    directory: join(folder, "s3"),
    port: 0,
    silent: true,
    configureBuckets: [{ name: "files", configs: [] }],
  });
  const { port } = await server.run();
  places.disk = diskStorage(join(folder, "files"));
  places.S3 = s3Storage({
    endpoint: `http://127.0.0.1:${port}/`,
    bucket: "files",
    region: "ap-southeast-2",
    accessKeyId: "S3RVER",
    secretAccessKey: "S3RVER",
  });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe.each(["disk", "S3"])("on %s", (name) => {
  test("content comes back byte for byte, until it is removed", async () => {
    const key = newKey(tenantId);
    const content = randomBytes(300_000);
    await place(name).put(key, content, "image/png");
    expect((await place(name).read(key))?.equals(content)).toBe(true);
    await place(name).remove(key);
    expect(await place(name).read(key)).toBeUndefined();
  });

  test("what was never kept is undefined, and can be removed", async () => {
    const key = newKey(tenantId);
    expect(await place(name).read(key)).toBeUndefined();
    await place(name).remove(key);
  });

  test("keeping by the same key again replaces the content", async () => {
    const key = newKey(tenantId);
    await place(name).put(key, Buffer.from("the first"), "image/png");
    await place(name).put(key, Buffer.from("the second"), "image/png");
    expect((await place(name).read(key))?.toString()).toBe("the second");
  });

  test.each(["../../etc/passwd", "/etc/passwd", `${tenantId}/../x`, `${tenantId}/invoice.pdf`, tenantId, ""])(
    "the key %j is none of ours and goes nowhere",
    async (key) => {
      const attempts = [
        async () => place(name).put(key, Buffer.from("x"), "image/png"),
        async () => place(name).read(key),
        async () => place(name).remove(key),
      ];
      for (const attempt of attempts) await expect(attempt()).rejects.toThrow("not a key of this storage");
    },
  );
});

test("on disk a file is readable by its owner only, and nothing half-written stays beside it", async () => {
  const key = newKey(randomUUID());
  await Promise.all(
    Array.from({ length: 10 }, () => place("disk").put(key, randomBytes(50_000), "image/png")),
  );
  const path = join(folder, "files", key);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(path, ".."))).toHaveLength(1);
});
