import { useEffect, useState } from "react";
import { hrefs } from "./hrefs";
import type { Found } from "./search-palette";

const pauseMs = 150;

type Answer = { words: string; found: Found[]; failed: boolean };

/** Asks for the orders that hold the words, once the typing pauses, and says in a sentence what came of it. */
export function useFound(words: string): { found: Found[]; said: string } {
  const [answer, setAnswer] = useState<Answer>({ words: "", found: [], failed: false });
  const asked = words.trim();
  useEffect(() => {
    if (!asked) return;
    const stop = new AbortController();
    const pause = setTimeout(() => {
      ask(asked, stop.signal).then(
        (found) => setAnswer({ words: asked, found, failed: false }),
        () => stop.signal.aborted || setAnswer({ words: asked, found: [], failed: true }),
      );
    }, pauseMs);
    return () => {
      clearTimeout(pause);
      stop.abort();
    };
  }, [asked]);
  if (!asked) return { found: [], said: "" };
  return { found: answer.found, said: sentence(answer, asked) };
}

async function ask(words: string, signal: AbortSignal): Promise<Found[]> {
  const response = await fetch(hrefs.search(words), { signal, headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`The search answered ${response.status}.`);
  return response.json();
}

function sentence({ words, found, failed }: Answer, asked: string): string {
  if (words !== asked) return "";
  if (failed) return "The search didn’t answer. Check your connection and type on.";
  if (found.length === 0) return "Nothing by that name. Try a number, a street or a company.";
  return found.length === 1 ? "1 work order" : `${found.length} work orders`;
}
