import { useEffect, useState } from "react";

const pauseMs = 150;

/** What came back for the words: `words` are those that were asked for, which may not be the newest yet. */
export type Answer<Found> = { words: string; found: Found[]; failed: boolean };

/** Asks an address for what holds the words, once the typing pauses; nothing is asked for no words. */
export function useAskedWhileTyping<Found>(words: string, hrefOf: (words: string) => string): Answer<Found> {
  const [answer, setAnswer] = useState<Answer<Found>>({ words: "", found: [], failed: false });
  const href = words && hrefOf(words);
  useEffect(() => {
    if (!href) return;
    const stop = new AbortController();
    const pause = setTimeout(() => {
      ask<Found>(href, stop.signal).then(
        (found) => setAnswer({ words, found, failed: false }),
        () => stop.signal.aborted || setAnswer({ words, found: [], failed: true }),
      );
    }, pauseMs);
    return () => {
      clearTimeout(pause);
      stop.abort();
    };
  }, [href, words]);
  return answer;
}

async function ask<Found>(href: string, signal: AbortSignal): Promise<Found[]> {
  const response = await fetch(href, { signal, headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`The search answered ${response.status}.`);
  return response.json();
}
