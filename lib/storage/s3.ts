import { AwsClient } from "aws4fetch";
import { sha256 } from "@/lib/sha256";
import { checkedKey, type Storage } from "./port";

export type Bucket = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

const patienceMs = 20_000;

/**
 * Keeps content as objects of one bucket of S3, or of what speaks like it; the bucket is part of the path, which all of
 * them understand. Throws with the provider's own words when it says no.
 */
export function s3Storage({ endpoint, bucket, ...access }: Bucket): Storage {
  const client = new AwsClient({ ...access, service: "s3", retries: 3 });
  const ask = (method: string, key: string, sent: RequestInit = {}) =>
    client.fetch(`${endpoint.replace(/\/+$/, "")}/${bucket}/${checkedKey(key)}`, {
      ...sent,
      method,
      signal: AbortSignal.timeout(patienceMs),
    });
  return {
    async put(key, content, contentType) {
      const headers = {
        "content-type": contentType,
        // Signed with the request, so that content which changed on its way is refused there.
        "x-amz-content-sha256": sha256(content).toString("hex"),
      };
      const answer = await ask("PUT", key, { headers, body: new Uint8Array(content) });
      if (!answer.ok) throw await refused("keep", answer);
      await answer.body?.cancel();
    },
    async read(key) {
      const answer = await ask("GET", key);
      if (answer.ok) return Buffer.from(await answer.arrayBuffer());
      const error = await refused("read", answer);
      if (error.message.includes("NoSuchKey")) return undefined;
      throw error;
    },
    async remove(key) {
      const answer = await ask("DELETE", key);
      if (!answer.ok && answer.status !== 404) throw await refused("remove", answer);
      await answer.body?.cancel();
    },
  };
}

async function refused(what: string, answer: Response): Promise<Error> {
  const words = (await answer.text()).slice(0, 300);
  return new Error(`The bucket did not ${what} a file: ${answer.status} ${words}`);
}
