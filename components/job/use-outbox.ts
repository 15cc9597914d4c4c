import { useCallback, useEffect, useState } from "react";
import { dropTap, keepTap, type MoveTap, type Tap, waitingTaps } from "./outbox-store";
import { readPhotos } from "./read-photos";
import { readTap } from "./read-tap";
import { type SendEnd, sendTap } from "./send-tap";

export type Refused = Pick<Tap, "key" | "action" | "words" | "at"> & { sentence: string };
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
    const { waiting, sent, refusals } = await alone(() => sendWaiting(token)).catch(nothingWaits);
    setTaps(waiting);
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
  return { waiting: await waitingTaps(token), sent, refusals };
}

/** Where a browser lets a page keep nothing, as with cookies blocked, nothing can wait. */
const nothingWaits = (): Awaited<ReturnType<typeof sendWaiting>> => ({ waiting: [], sent: 0, refusals: [] });

/** Sends a form's move. What the server refuses goes to it as a plain form, which comes back with words and what was typed. */
async function answerSubmit(event: SubmitEvent, { token, zone }: Job, sendAll: () => Promise<void>) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  if (form.dataset.photos !== undefined) return sendPhotos(event, form, token, sendAll);
  if (form.dataset.move === undefined) return;
  const tap = readTap(form, token, zone);
  if (!tap) return;
  event.preventDefault();
  if (form.dataset.sending === "yes") return;
  form.dataset.sending = "yes";
  // What this browser can neither ask its store nor keep there goes out as it would without script.
  const end = await sendOrKeep(tap).catch(() => "not-kept" as const);
  delete form.dataset.sending;
  if (end === "sent") return location.assign(`/j/${token}`);
  if (end !== "kept") return form.submit();
  form.closest("dialog")?.close();
  scrollTo({ top: 0 });
  await sendAll();
}

/** Sends a tap; keeps it where there is no signal, or where others wait before it. */
async function sendOrKeep(tap: MoveTap): Promise<SendEnd["end"] | "kept"> {
  const queue = await waitingTaps(tap.token);
  const { end } = queue.length > 0 ? noSignal : await sendTap({ ...tap, at: undefined });
  if (end !== "no-signal") return end;
  // A new key, because the tap now carries its time: under the old one the server would take it for another request.
  await keepTap({ ...tap, key: crypto.randomUUID() });
  return "kept";
}

const noSignal = { end: "no-signal" } as const;

/** Photos are kept first and sent from there: the page may be closed while they are on their way. */
async function sendPhotos(
  event: SubmitEvent,
  form: HTMLFormElement,
  token: string,
  sendAll: () => Promise<void>,
) {
  event.preventDefault();
  if (form.dataset.sending === "yes") return;
  form.dataset.sending = "yes";
  const keptAll = await Promise.all(readPhotos(form, token).map(keepTap)).catch(() => undefined);
  // A browser without room for them, or that keeps nothing, sends the form as it is.
  if (!keptAll) return form.submit();
  form.reset();
  await sendAll();
  delete form.dataset.sending;
}

/** Choosing photos is the tap that sends them. */
function sendChosen({ target }: Event): void {
  const form = target instanceof HTMLInputElement && target.form;
  if (form && form.dataset.photos !== undefined) form.requestSubmit();
}

type Listeners = { submit: (event: SubmitEvent) => void; online: () => Promise<void> };

function listen({ submit, online }: Listeners): () => void {
  const stop = new AbortController();
  addEventListener("submit", submit, { capture: true, signal: stop.signal });
  addEventListener("change", sendChosen, { signal: stop.signal });
  addEventListener("online", () => void online(), { signal: stop.signal });
  return () => stop.abort();
}
