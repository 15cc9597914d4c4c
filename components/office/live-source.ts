import type { Happening, Standing } from "./live-store";

/** What the stream says: something happened, it stands or is lost, or so much was missed that the page must be read anew. */
export type Said =
  | { say: "happening"; happening: Happening }
  | { say: "standing"; standing: Standing; cursor: string | null }
  | { say: "reset"; cursor: string };

const longestWaitMs = 60_000;

/**
 * Listens to the office's happenings from a cursor on, and says when the connection is lost. A browser reconnects by
 * itself after most failures; after the others it is opened anew from where it was. Answers with how to stop.
 */
export function openSource(since: string, tell: (said: Said) => void): () => void {
  let cursor = since;
  let waitMs = 1000;
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;

  const open = () => {
    source = new EventSource(`/api/v1/events?since=${cursor}`);
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
      if (source?.readyState !== EventSource.CLOSED) return;
      again = setTimeout(open, waitMs);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    });
  };

  open();
  return () => {
    clearTimeout(again);
    source?.close();
  };
}
