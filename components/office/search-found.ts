import { type Answer, useAskedWhileTyping } from "./asked-while-typing";
import { hrefs } from "./hrefs";
import type { Found } from "./search-palette";

/** Finds the orders that hold the words, and says in a sentence what came of it. */
export function useFound(words: string): { found: Found[]; said: string } {
  const asked = words.trim();
  const answer = useAskedWhileTyping<Found>(asked, hrefs.search);
  if (!asked) return { found: [], said: "" };
  return { found: answer.found, said: sentence(answer, asked) };
}

function sentence({ words, found, failed }: Answer<Found>, asked: string): string {
  if (words !== asked) return "";
  if (failed) return "The search didn’t answer. Check your connection and type on.";
  if (found.length === 0) return "Nothing by that name. Try a number, a street or a company.";
  return found.length === 1 ? "1 work order" : `${found.length} work orders`;
}
