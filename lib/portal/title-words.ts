import type { DocumentKind } from "@/lib/links/policy";

/** What each kind is called in a sentence of the portal, and the words of a title that say so already. */
const nouns: Record<DocumentKind, { noun: string; said: RegExp }> = {
  contract: { noun: "contract", said: /\b(contract|agreement)\b/i },
  scope: { noun: "scope of work", said: /\bscope\b/i },
  selections: { noun: "selections", said: /\b(selections|choices)\b/i },
  appointment: { noun: "appointment", said: /\b(appointment|visit|inspection|meeting|walk-?through)\b/i },
  invoice: { noun: "invoice", said: /\b(invoice|deposit|payment|bill)\b/i },
  "service-report": { noun: "service report", said: /\breport\b/i },
};

/** A document in a sentence: “the construction contract”, and what of its title the sentence leaves unsaid. */
export type Named = { the: string; unsaid: string };

/**
 * A title that says what it is of stands in the sentence; any other is left to stand beside it. Its first letter becomes
 * small unless the word is a name: one of `names`, or a title whose words all begin with a capital.
 */
export function namedInSentence(kind: DocumentKind, title: string, names: string[]): Named {
  const { noun, said } = nouns[kind];
  if (!said.test(title)) return { the: `the ${noun}`, unsaid: title };
  return { the: `the ${withSmallFirst(title.replace(/^the\s+/i, ""), names)}`, unsaid: "" };
}

/** “Sink and faucet” within a list; what is a name stays as it is. */
export function withSmallFirst(words: string, names: string[]): string {
  const [first = "", ...rest] = words.split(/\s+/);
  const isOrdinary = /^\p{Lu}\p{Ll}+$/u.test(first.replace(/[,;:]$/, ""));
  const isName = names.some((name) =>
    name
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .includes(first.toLowerCase()),
  );
  if (!isOrdinary || isName || isOfCalendar.test(first) || rest.some((word) => /^\p{Lu}/u.test(word)))
    return words;
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** “the April invoice”: months and days are names. */
const isOfCalendar =
  /^(January|February|March|April|May|June|July|August|September|October|November|December|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/;

/** “at the house” within a sentence. A place is a name as often as not, so that few words begin small. */
export const placeInSentence = (place: string): string =>
  /^(At|Behind|In|Near|On|Your)\s/.test(place) ? place.charAt(0).toLowerCase() + place.slice(1) : place;

const smallNumbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** “three”, and “14”: a count as a sentence says it. */
export const countWords = (count: number): string => smallNumbers[count] ?? String(count);

/** “Countertops, backsplash, sink and faucet”; of more than `most` the first ones, and how many more. */
export function listWords(things: string[], names: string[], most: number): string {
  const shown = things.length > most ? things.slice(0, most - 1) : things;
  const listed = shown.map((thing, place) => (place === 0 ? thing : withSmallFirst(thing, names))).join(", ");
  const more = things.length - shown.length;
  return more > 0 ? `${listed} and ${countWords(more)} more` : listed;
}
