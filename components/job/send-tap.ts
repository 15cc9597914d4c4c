import type { Tap } from "./outbox-store";

/** How sending a tap ended: arrived, refused in words, not possible just now, or nobody there to hear it. */
export type SendEnd = { end: "sent" | "later" | "no-signal" } | { end: "refused"; sentence: string };

/** A tap that goes out at once has no time of its own: the server’s clock is the better one. */
type TapToSend = Omit<Tap, "at"> & { at?: string | undefined };

const patienceMs = 10_000;

/** Sends one tap, with its own time where it has one. The server answers the same key with the same answer, however often it comes. */
export async function sendTap({ key, token, ...tap }: TapToSend): Promise<SendEnd> {
  const { action, at, scheduledFor, question, reason } = tap;
  if (!navigator.onLine) return { end: "no-signal" };
  try {
    const response = await fetch(`/api/v1/jobs/${token}/transitions`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify({ action, at, scheduledFor, question, reason }),
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
