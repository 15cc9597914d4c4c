import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AwsClient } from "aws4fetch";
import { env } from "@/lib/env";

/** Where contents are kept, under keys that are ours: `<tenant>/<uuid>`. */
export type Storage = {
  put: (key: string, content: Buffer, contentType: string) => Promise<void>;
  read: (key: string) => Promise<Buffer | undefined>;
  remove: (key: string) => Promise<void>;
};

const ourKey = /^[0-9a-f-]{36}\/[0-9a-f-]{36}$/;

/** The configured storage: S3 or what speaks like it, else the disk. */
export function storage(): Storage {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, DATA_DIR } = env();
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY)
    return disk(join(DATA_DIR, "files"));
  const client = new AwsClient({
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
    service: "s3",
    ...(S3_REGION && { region: S3_REGION }),
  });
  return bucket(client, `${S3_ENDPOINT.replace(/\/$/, "")}/${S3_BUCKET}`);
}

function disk(folder: string): Storage {
  const path = (key: string) => {
    if (!ourKey.test(key)) throw new Error("That is no key of ours.");
    return join(folder, key);
  };
  return {
    async put(key, content) {
      await mkdir(dirname(path(key)), { recursive: true });
      await writeFile(`${path(key)}.new`, content, { mode: 0o600 });
      await rename(`${path(key)}.new`, path(key));
    },
    async read(key) {
      try {
        return await readFile(path(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },
    remove: (key) => rm(path(key), { force: true }),
  };
}

function bucket(client: AwsClient, address: string): Storage {
  const send = async (key: string, init: RequestInit) => {
    if (!ourKey.test(key)) throw new Error("That is no key of ours.");
    const response = await client.fetch(`${address}/${key}`, {
      ...init,
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok && response.status !== 404) throw new Error(`The storage answered ${response.status}.`);
    return response;
  };
  return {
    async put(key, content, contentType) {
      const response = await send(key, {
        method: "PUT",
        body: new Uint8Array(content),
        headers: { "content-type": contentType },
      });
      if (response.status === 404) throw new Error("The storage has no such bucket.");
    },
    async read(key) {
      const response = await send(key, { method: "GET" });
      return response.status === 404 ? undefined : Buffer.from(await response.arrayBuffer());
    },
    async remove(key) {
      await send(key, { method: "DELETE" });
    },
  };
}
