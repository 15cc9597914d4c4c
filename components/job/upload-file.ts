export type UploadEnd =
  | { ok: true; id: string; name: string; size: number }
  | { ok: false; sentence: string; noSignal: boolean };

export type Upload = { ended: Promise<UploadEnd>; stop: () => void };

/**
 * Sends a file ahead of its form, to the route that takes it. `onProgress` hears the bytes that are on their way so far. The end is a value: the
 * file as it was stored, or a sentence that says why not.
 */
export function uploadFile(file: File, route: string, onProgress: (sentBytes: number) => void): Upload {
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.set("file", file);
  const ended = new Promise<UploadEnd>((resolve) => {
    request.upload.onprogress = (event) => onProgress(Math.min(event.loaded, file.size));
    request.onload = () => resolve(endOf(request));
    request.onerror = () => resolve({ ok: false, noSignal: true, sentence: noSignal });
  });
  request.open("POST", route);
  request.send(body);
  return { ended, stop: () => request.abort() };
}

const noSignal = "No signal – it sends by itself when you’re back.";

function endOf(request: XMLHttpRequest): UploadEnd {
  const answer = readAnswer(request.responseText);
  if (request.status === 201 && typeof answer.id === "string") {
    return { ok: true, id: answer.id, name: String(answer.name), size: Number(answer.size) };
  }
  const sentence = answer.detail ?? answer.title ?? "That file didn’t arrive. Choose it again.";
  return { ok: false, noSignal: false, sentence: String(sentence) };
}

/** An answer that is no JSON comes from something between here and the server; it has nothing to say to anybody. */
function readAnswer(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** `212 of 340 KB`, `1.2 of 4.8 MB`: the unit is that of the whole. */
export function sizeWords(totalBytes: number, sentBytes?: number): string {
  const inMegabytes = totalBytes >= 1_000_000;
  const words = (bytes: number) =>
    inMegabytes ? (bytes / 1_000_000).toFixed(1) : String(Math.ceil(bytes / 1000));
  const whole = `${words(totalBytes)} ${inMegabytes ? "MB" : "KB"}`;
  return sentBytes === undefined ? whole : `${words(sentBytes)} of ${whole}`;
}
