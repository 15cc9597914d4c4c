import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { done, type Outcome, refuse } from "@/lib/outcome";

const patienceMs = 60_000;

/** The most photos that stand in line, the one at work among them: as many as an order may be given at once. */
export const mostInLine = 8;

let inLine = 0;
let lastInLine: Promise<unknown> = Promise.resolve();

/**
 * Decodes an iPhone's photo to a JPEG. That takes seconds and up to a gigabyte, so it is done in a thread of its own,
 * which ends with the photo, and one photo at a time. Refuses with "busy" where the line is full. Throws if the photo is
 * broken, or not done after a minute.
 */
export async function jpegOfHeic(heic: Buffer): Promise<Outcome<Buffer>> {
  if (inLine >= mostInLine) return refuse("busy", { field: "file", sentence: tooManyPhotos });
  inLine += 1;
  const turn = lastInLine
    .then(() => decode(heic))
    .finally(() => {
      inLine -= 1;
    });
  lastInLine = turn.catch(() => undefined);
  return done(await turn);
}

const tooManyPhotos =
  "We’re opening other iPhone photos just now. Wait a minute and send it again, or send it as a JPEG.";

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
