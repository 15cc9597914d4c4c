import { useCallback, useEffect, useState } from "react";
import { dropTap, keepTap, type Tap, waitingTaps } from "./outbox-store";
import { readTap } from "./read-tap";
import { sendTap } from "./send-tap";

export type Refused = Pick<Tap, "key" | "words" | "at"> & { sentence: string };
type Job = { token: string; zone: string };

const everyMs = 20_000;

/**
 * The taps of this job that could not be sent yet. A tap that finds no signal is kept with its own time; when there is
 * signal again they go out in order, and the page is loaded anew. What is refused then comes off the list, in words.
 */
export function useOutbox({ token, zone }: Job) {
  const [taps, setTaps] = useState<Tap[]>([]);
  const [refused, setRefused] = useState<Refused[]>([]);

  const sendAll = useCallback(async () => {
    const { sent, refusals } = await alone(() => sendWaiting(token));
    setTaps(await waitingTaps(token));
    if (refusals.length > 0) setRefused((known) => [...known, ...refusals]);
    else if (sent > 0) location.assign(`/j/${token}`);
  }, [token]);

  useEffect(() => {
    if (!isSecureContext) return;
    void sendAll();
    return listen({ submit: (event) => void answerSubmit(event, { token, zone }, sendAll), online: sendAll });
  }, [token, zone, sendAll]);

  const waits = taps.length > 0;
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(sendAll, everyMs);
    return () => clearInterval(timer);
  }, [waits, sendAll]);

  return { taps, refused };
}

/** One tab at a time, so that two do not send the same taps in turns. */
const alone = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request("latchkey-outbox", work);

async function sendWaiting(token: string) {
  let sent = 0;
  const refusals: Refused[] = [];
  for (const tap of await waitingTaps(token)) {
    const result = await sendTap(tap);
    if (result.end === "later" || result.end === "no-signal") break;
    await dropTap(tap.key);
    if (result.end === "refused") refusals.push({ ...tap, sentence: result.sentence });
    else sent += 1;
  }
  return { sent, refusals };
}

/** Sends a form's move. What the server refuses goes to it as a plain form, which comes back with words and what was typed. */
async function answerSubmit(event: SubmitEvent, { token, zone }: Job, sendAll: () => Promise<void>) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.move === undefined) return;
  const tap = readTap(form, token, zone);
  if (!tap) return;
  event.preventDefault();
  if (form.dataset.sending === "yes") return;
  form.dataset.sending = "yes";
  const queue = await waitingTaps(token);
  const result =
    queue.length > 0 ? ({ end: "no-signal" } as const) : await sendTap({ ...tap, at: undefined });
  delete form.dataset.sending;
  if (result.end === "sent") return location.assign(`/j/${token}`);
  if (result.end !== "no-signal") return form.submit();
  // A new key, because the tap now carries its time: under the old one the server would take it for another request.
  await keepTap({ ...tap, key: crypto.randomUUID() });
  form.closest("dialog")?.close();
  scrollTo({ top: 0 });
  await sendAll();
}

type Listeners = { submit: (event: SubmitEvent) => void; online: () => Promise<void> };

function listen({ submit, online }: Listeners): () => void {
  const stop = new AbortController();
  addEventListener("submit", submit, { capture: true, signal: stop.signal });
  addEventListener("online", () => void online(), { signal: stop.signal });
  return () => stop.abort();
}
