import { once } from "node:events";
import { Worker } from "node:worker_threads";

const patienceMs = 60_000;

let lastInLine: Promise<unknown> = Promise.resolve();

/**
 * Decodes an iPhone's photo to a JPEG. That takes seconds and up to a gigabyte, so it is done in a thread of its own,
 * which ends with the photo, and one photo at a time. Throws if the photo is broken, or not done after a minute.
 */
export function jpegOfHeic(heic: Buffer): Promise<Buffer> {
  const turn = lastInLine.then(() => decode(heic));
  lastInLine = turn.catch(() => undefined);
  return turn;
}

async function decode(heic: Buffer): Promise<Buffer> {
  const thread = new Worker(new URL("./heic-thread.mjs", import.meta.url));
  try {
    // By message and not as workerData: what bundles the server takes that apart, property by property.
    thread.postMessage(heic);
    const [jpeg]: Uint8Array[] = await once(thread, "message", { signal: AbortSignal.timeout(patienceMs) });
    return Buffer.from(jpeg ?? []);
  } finally {
    await thread.terminate();
  }
}
