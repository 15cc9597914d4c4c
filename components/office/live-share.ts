import { type Listener, openSource, type Said } from "./live-source";
import { isNews } from "./live-store";

/** What the pages of one browser say to each other: a newcomer asks, the page that holds the stream answers and passes on. */
type Word =
  | { word: "said"; said: Said; to: string | null }
  | { word: "ask"; from: string; cursor: string }
  | { word: "leads" };

const mostRemembered = 500;

/**
 * One stream for all pages of a browser, which may hold only six connections: the page that has the lock listens, the
 * others hear it from there, and another takes over where it left when it is closed or its member is out. A happening
 * may be told twice. Only pages of the same member share.
 */
export function shareStream({ member, since }: Listener, tell: (said: Said) => void): () => void {
  if (!("locks" in navigator) || !("BroadcastChannel" in window)) return openSource({ member, since }, tell);
  const name = `latchkey-live-${member}`;
  const me = crypto.randomUUID();
  const post = new BroadcastChannel(name);
  const leave = new AbortController();
  let cursor = since;
  let answer: ((word: Word) => void) | undefined;

  const send = (word: Word) => {
    if (!leave.signal.aborted) post.postMessage(word);
  };
  const hear = (said: Said) => {
    cursor = cursorOf(said) ?? cursor;
    tell(said);
  };
  post.onmessage = ({ data: word }: MessageEvent<Word>) => {
    if (word.word === "said" && (word.to === null || word.to === me)) hear(word.said);
    if (word.word === "leads") send({ word: "ask", from: me, cursor });
    answer?.(word);
  };
  const lead = () =>
    new Promise<void>((resign) => {
      if (leave.signal.aborted) return resign();
      const memory = remember(cursor, send);
      const end = () => {
        answer = undefined;
        close();
        resign();
      };
      const close = openSource({ member, since: cursor }, (said) => {
        memory.keep(said);
        hear(said);
        if (said.say === "standing" && said.standing === "out") end();
      });
      answer = memory.answer;
      send({ word: "leads" });
      leave.signal.addEventListener("abort", end);
    });
  navigator.locks.request(name, { signal: leave.signal }, lead).catch(ignoreAbort);
  send({ word: "ask", from: me, cursor });
  return () => {
    leave.abort();
    post.close();
  };
}

/** What the leading page keeps of the stream, so that one opened later misses nothing between its reading and its asking. */
function remember(since: string, send: (word: Word) => void) {
  const kept: Said[] = [];
  let reachesTo = since;
  let standing: Said = { say: "standing", standing: "opening", cursor: null };
  return {
    keep(said: Said) {
      if (said.say === "standing") standing = said;
      else kept.push(said);
      if (kept.length > mostRemembered) reachesTo = cursorOf(kept.shift()) ?? reachesTo;
      send({ word: "said", said, to: null });
    },
    answer(word: Word) {
      if (word.word !== "ask") return;
      const missed = kept.filter((said) => isNews(cursorOf(said) ?? "0", word.cursor));
      const cold = !isNews(word.cursor, reachesTo);
      const all: Said[] = cold
        ? [{ say: "reset", cursor: reachesTo }, ...kept, standing]
        : [...missed, standing];
      for (const said of all) send({ word: "said", said, to: word.from });
    },
  };
}

function cursorOf(said: Said | undefined): string | null {
  if (!said) return null;
  return said.say === "happening" ? said.happening.cursor : said.cursor;
}

function ignoreAbort(error: unknown) {
  if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
}
