import { useCallback, useEffect, useRef, useState } from "react";
import { isWriting, loadAnew } from "./fresh-page";
import { dropTap, isMove, keepTap, keptTaps, type MoveTap, type Tap, waits } from "./outbox-store";
import { readPhotos } from "./read-photos";
import { readTap } from "./read-tap";
import { type NotNow, type SendEnd, sendTap } from "./send-tap";
import { type Lane, lanes, sendLane } from "./send-waiting";
import type { Place } from "./wall-time";

const everyMs = 20_000;

/**
 * The taps of this job that are kept on this phone. A tap that finds no signal is kept with its own time; when there is
 * signal again they go out in order, and the page is loaded anew once nobody is writing on it: until then `arrived` are
 * those that it does not show yet. `stuck` says why some could not be sent at the last try.
 */
export function useOutbox(token: string, { zone, locale }: Place) {
  const [kept, setKept] = useState<Tap[]>([]);
  const [arrived, setArrived] = useState<Tap[]>([]);
  const [stuck, setStuck] = useState<NotNow | null>(null);

  const show = useCallback(async () => setKept(await keptTaps(token)), [token]);

  const rests = useRef(new Map<Lane, number>());

  // By itself it sends no photos over and over that have no room yet; whoever opens the page anew has them tried at once.
  const sendLanes = useCallback(
    async (isByItself: boolean) => {
      await show();
      for (const lane of lanes) {
        if (isByItself && Date.now() < (rests.current.get(lane) ?? 0)) return;
        const end = await sendLane(token, lane, show);
        if (!end) return;
        const restMs = end.stuck?.end === "later" ? end.stuck.restMs : 0;
        rests.current.set(lane, Date.now() + restMs);
        const { length } = end.arrived;
        if (length > 0) setArrived((known) => [...known, ...end.arrived]);
        if (end.stuck) return setStuck(end.stuck);
        // The page that comes sends the rest.
        if (length > 0 && !isWriting()) return;
      }
      setStuck(null);
    },
    [token, show],
  );

  // Where a browser lets a page keep nothing, as with cookies blocked, nothing can wait.
  const sendAll = useCallback(
    (isByItself = false) => void sendLanes(isByItself).catch(() => undefined),
    [sendLanes],
  );

  useEffect(() => {
    if (!isSecureContext) return;
    sendAll();
    return listen({
      submit: (event) => void answerSubmit(event, { token, zone, locale }, sendAll),
      online: () => sendAll(),
    });
  }, [token, zone, locale, sendAll]);

  const someWait = kept.some(waits);
  useEffect(() => {
    if (!someWait) return;
    const timer = setInterval(() => sendAll(true), everyMs);
    return () => clearInterval(timer);
  }, [someWait, sendAll]);

  const hasArrived = arrived.length > 0;
  useEffect(() => (hasArrived ? loadAnew(token) : undefined), [hasArrived, token]);

  const discard = (key: string) => void dropTap(key).then(show);

  return { kept, arrived, stuck, discard };
}

type Job = Place & { token: string };

/** A form of a move or of photos is sent from here; any other goes its own way. */
async function answerSubmit(event: SubmitEvent, job: Job, send: () => void) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  const isPhotos = form.dataset.photos !== undefined;
  if (!isPhotos && form.dataset.move === undefined) return;
  const tap = isPhotos ? undefined : readTap(form, job.token, job);
  if (!isPhotos && !tap) return;
  event.preventDefault();
  if (form.dataset.sending === "yes") return;
  form.dataset.sending = "yes";
  // What this browser can neither ask its store nor keep there goes out as it would without script.
  const end = await (tap ? sendOrKeep(tap) : keepPhotos(form, job)).catch(() => "not-kept" as const);
  delete form.dataset.sending;
  if (end === "sent") return location.assign(`/j/${job.token}`);
  if (end !== "kept") return form.submit();
  form.closest("dialog")?.close();
  form.reset();
  if (tap) scrollTo({ top: 0 });
  send();
}

/**
 * Sends a move; keeps it where there is no signal, or where others wait before it. What the server refuses goes to it as a
 * plain form, which comes back with words and what was typed.
 */
async function sendOrKeep(tap: MoveTap): Promise<SendEnd["end"] | "kept"> {
  const before = (await keptTaps(tap.token)).some((each) => isMove(each) && waits(each));
  const { end } = before ? noSignal : await sendTap({ ...tap, at: undefined });
  if (end !== "no-signal") return end;
  // A new key, because the tap now carries its time: under the old one the server would take it for another request.
  await keepTap({ ...tap, key: crypto.randomUUID() });
  return "kept";
}

const noSignal = { end: "no-signal" } as const;

/** Photos are kept first and sent from there: the page may be closed while they are on their way. */
async function keepPhotos(form: HTMLFormElement, job: Job): Promise<"kept"> {
  await Promise.all(readPhotos(form, job.token, job).map(keepTap));
  return "kept";
}

/** Choosing photos is the tap that sends them. */
function sendChosen({ target }: Event): void {
  const form = target instanceof HTMLInputElement && target.form;
  if (form && form.dataset.photos !== undefined) form.requestSubmit();
}

type Listeners = { submit: (event: SubmitEvent) => void; online: () => void };

function listen({ submit, online }: Listeners): () => void {
  const stop = new AbortController();
  addEventListener("submit", submit, { capture: true, signal: stop.signal });
  addEventListener("change", sendChosen, { signal: stop.signal });
  addEventListener("online", online, { signal: stop.signal });
  return () => stop.abort();
}
