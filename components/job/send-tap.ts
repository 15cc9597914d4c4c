import type { MoveTap, PhotosTap } from "./outbox-store";
import { bytesOf } from "./read-photos";

/** How sending a tap ended: arrived, refused in words, or not now. */
export type SendEnd = { end: "sent" } | { end: "refused"; sentence: string } | NotNow;

/** Not just now: there is no signal, or the server takes it after so long, and says why. */
export type NotNow = { end: "no-signal" } | { end: "later"; restMs: number; sentence: string };

/** A move that goes out at once has no time of its own: the server’s clock is the better one. */
type TapToSend = PhotosTap | (Omit<MoveTap, "at"> & { at?: string | undefined });

/** What a weak signal carries. */
const bytesPerMs = 10;

/** A move is small. Photos may take as long as so many bytes do where the signal is weak. */
const patienceMs = (tap: TapToSend) =>
  tap.action === "PHOTOS" ? 30_000 + bytesOf(tap.photos) / bytesPerMs : 10_000;

/** Sends one tap, with its own time where it has one. The server answers the same key with the same answer, however often it comes. */
export async function sendTap(tap: TapToSend): Promise<SendEnd> {
  if (!navigator.onLine) return { end: "no-signal" };
  try {
    const response = await post(tap);
    if (response.ok) return { end: "sent" };
    const problem = await response.json().catch(() => ({}));
    const passes = response.status >= 500 || response.status === 429 || problem.type === "/problems/busy";
    const sentence = problem.detail ?? problem.title ?? "";
    return passes ? { end: "later", restMs: restMsOf(response), sentence } : { end: "refused", sentence };
  } catch {
    return { end: "no-signal" };
  }
}

/** How long the server asks to be left alone. */
const restMsOf = ({ headers }: Response) => 1000 * (Number(headers.get("retry-after")) || 0);

function post(tap: TapToSend): Promise<Response> {
  const isPhotos = tap.action === "PHOTOS";
  return fetch(`/api/v1/jobs/${tap.token}/${isPhotos ? "photos" : "transitions"}`, {
    method: "POST",
    headers: { "idempotency-key": tap.key, ...(!isPhotos && { "content-type": "application/json" }) },
    body: isPhotos ? photosOf(tap) : moveOf(tap),
    signal: AbortSignal.timeout(patienceMs(tap)),
  });
}

function moveOf({ action, at, scheduledFor, question, reason }: Exclude<TapToSend, PhotosTap>): string {
  return JSON.stringify({ action, at, scheduledFor, question, reason });
}

function photosOf({ at, photos }: PhotosTap): FormData {
  const body = new FormData();
  body.set("at", at);
  for (const photo of photos) body.append("photos", photo);
  return body;
}
