import type { Happening, Standing } from "./live-store";

/** What the stream says: something happened, it stands or is lost, or so much was missed that the page must be read anew. */
export type Said =
  | { say: "happening"; happening: Happening }
  | { say: "standing"; standing: Standing; cursor: string | null }
  | { say: "reset"; cursor: string };

const longestWaitMs = 60_000;

/** Whose page listens, and from where on. */
export type Listener = { member: string; since: string };

/**
 * Listens to the office's happenings from a cursor on, and says when the connection is lost. A browser reconnects by
 * itself after most failures; after the others it is opened anew from where it was, unless this page's member is out.
 * Answers with how to stop.
 */
export function openSource({ member, since }: Listener, tell: (said: Said) => void): () => void {
  let cursor = since;
  let left = false;
  let waitMs = 1000;
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;

  const address = () => `/api/v1/events?${new URLSearchParams({ for: member, since: cursor })}`;
  const openAnew = async () => {
    const out = await isTurnedAway(address());
    if (left) return;
    if (out) return tell({ say: "standing", standing: "out", cursor: null });
    again = setTimeout(open, waitMs);
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  };
  const open = () => {
    source = new EventSource(address());
    source.addEventListener("happening", ({ data: text, lastEventId }) => {
      cursor = lastEventId || cursor;
      tell({ say: "happening", happening: { ...JSON.parse(text), cursor } });
    });
    source.addEventListener("reset", ({ lastEventId }) => {
      cursor = lastEventId || cursor;
      tell({ say: "reset", cursor });
    });
    source.addEventListener("ready", ({ lastEventId }) => {
      cursor = lastEventId || cursor;
      waitMs = 1000;
      tell({ say: "standing", standing: "live", cursor });
    });
    source.addEventListener("error", () => {
      tell({ say: "standing", standing: "lost", cursor: null });
      if (source?.readyState === EventSource.CLOSED) void openAnew();
    });
  };

  open();
  return () => {
    left = true;
    clearTimeout(again);
    source?.close();
  };
}

/** An event source does not tell why it was refused, so the same is asked once more. */
async function isTurnedAway(address: string): Promise<boolean> {
  const look = new AbortController();
  try {
    return (await fetch(address, { signal: look.signal })).status === 401;
  } catch {
    return false;
  } finally {
    look.abort();
  }
}
