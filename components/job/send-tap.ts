import type { Tap } from "./outbox-store";

/** How sending a tap ended: arrived, refused in words, not possible just now, or nobody there to hear it. */
export type SendEnd =
  | { end: "sent" | "later" | "no-signal" }
  | { end: "refused"; sentence: string };

const patienceMs = 10_000;

/** Sends one tap with its own time. The server answers the same key with the same answer, however often it comes. */
export async function sendTap({ key, token, words: _, ...move }: Tap): Promise<SendEnd> {
  if (!navigator.onLine) return { end: "no-signal" };
  try {
    const response = await fetch(`/api/v1/jobs/${token}/transitions`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify(move),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.ok) return { end: "sent" };
    const problem = await response.json().catch(() => ({}));
    const passes = response.status >= 500 || response.status === 429 || problem.type === "/problems/busy";
    return passes ? { end: "later" } : { end: "refused", sentence: problem.detail ?? problem.title ?? "" };
  } catch {
    return { end: "no-signal" };
  }
}
