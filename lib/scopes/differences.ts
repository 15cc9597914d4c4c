import type { ScopeLine } from "./views";

/** What is new in a revision, line by line and word by word. Pure. */

/** A stretch of a line's words: in both revisions, in the newer alone, or in the older alone. */
export type Piece = { kind: "same" | "added" | "removed"; text: string };

export type Difference =
  | { kind: "same"; line: ScopeLine }
  | { kind: "added"; line: ScopeLine }
  | { kind: "removed"; was: ScopeLine }
  | { kind: "changed"; line: ScopeLine; was: ScopeLine; pieces: Piece[] };

/**
 * Every line of both revisions, in the order of the newer; one that was removed stands where it was. A heading that was
 * only renamed changes none of its lines.
 */
export function differences(older: ScopeLine[], newer: ScopeLine[]): Difference[] {
  const before = new Map(older.map((line) => [line.key, line]));
  const names = renamedGroups(older, newer);
  const removed = removedLines(older, newer);
  const removedAfter = (key: string | null): Difference[] =>
    (removed.get(key) ?? []).map((was) => ({ kind: "removed", was }));
  const one = (line: ScopeLine): Difference => {
    const was = before.get(line.key);
    if (!was) return { kind: "added", line };
    const isSame =
      was.words === line.words &&
      was.amountCents === line.amountCents &&
      (names.get(was.group) ?? was.group) === line.group;
    return isSame
      ? { kind: "same", line }
      : { kind: "changed", line, was, pieces: pieces(was.words, line.words) };
  };
  return [...removedAfter(null), ...newer.flatMap((line) => [one(line), ...removedAfter(line.key)])];
}

/** The lines that are gone, by the one that they stood after, of those that stayed. */
function removedLines(older: ScopeLine[], newer: ScopeLine[]): Map<string | null, ScopeLine[]> {
  const stays = new Set(newer.map(({ key }) => key));
  const removed = new Map<string | null, ScopeLine[]>();
  let after: string | null = null;
  for (const line of older) {
    if (stays.has(line.key)) after = line.key;
    else removed.set(after, [...(removed.get(after) ?? []), line]);
  }
  return removed;
}

/** The headings that have another name now: all that stayed of their lines went under the same new one. Old name to new. */
export function renamedGroups(older: ScopeLine[], newer: ScopeLine[]): Map<string, string> {
  const [oldNames, newNames] = [namesOf(older), namesOf(newer)];
  const groupNow = new Map(newer.map(({ key, group }) => [key, group]));
  const renamed = new Map<string, string>();
  for (const name of oldNames) {
    if (newNames.has(name)) continue;
    const lines = older.filter(({ group }) => group === name);
    const [to, ...more] = new Set(
      lines.map(({ key }) => groupNow.get(key)).filter((now) => now !== undefined),
    );
    const isTaken = to === undefined || oldNames.has(to) || [...renamed.values()].includes(to);
    if (more.length === 0 && !isTaken) renamed.set(name, to);
  }
  return renamed;
}

const namesOf = (lines: ScopeLine[]) => new Set(lines.map(({ group }) => group));

/** From this share of letters in common on, a line is the same one with other words in it; below it, a new wording. */
const leastInCommon = 1 / 3;

/**
 * What became of a line's words. The pieces that are the same or removed make up the older words, those that are the same
 * or added the newer.
 */
export function pieces(was: string, now: string): Piece[] {
  const woven = joined(weave(wordsOf(was), wordsOf(now)));
  const common = woven.reduce((sum, { kind, text }) => sum + (kind === "same" ? lettersIn(text) : 0), 0);
  const isReworded = common < leastInCommon * Math.max(lettersIn(was), lettersIn(now));
  return isReworded
    ? filled([
        { kind: "removed", text: was },
        { kind: "added", text: now },
      ])
    : woven;
}

const wordsOf = (text: string): string[] => text.match(/\s+|\S+/g) ?? [];
const lettersIn = (text: string) => text.replace(/\s/g, "").length;
const filled = (all: Piece[]) => all.filter(({ text }) => text !== "");

/** Both texts, word by word, by their longest common run of words. */
function weave(was: string[], now: string[]): Piece[] {
  const longest = commonLengths(was, now);
  const at = (one: number, other: number) => longest[one]?.[other] ?? 0;
  const woven: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < now.length) {
    const [old, fresh] = [was[i], now[j]];
    if (old !== undefined && old === fresh) {
      woven.push({ kind: "same", text: old });
      i += 1;
      j += 1;
    } else if (fresh === undefined || (old !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      woven.push({ kind: "removed", text: old ?? "" });
      i += 1;
    } else {
      woven.push({ kind: "added", text: fresh });
      j += 1;
    }
  }
  return woven;
}

/** How many words the rests of both texts have in common, from each place in the one and the other on. */
function commonLengths(was: string[], now: string[]): number[][] {
  const lengths = Array.from({ length: was.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = was.length - 1; i >= 0; i -= 1) {
    const [row = [], below = []] = [lengths[i], lengths[i + 1]];
    for (let j = now.length - 1; j >= 0; j -= 1) {
      row[j] = was[i] === now[j] ? 1 + (below[j + 1] ?? 0) : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

/**
 * Neighbours of a kind in one piece, what was removed before what was added. A mere space between two changes belongs to
 * both, so that “two words” became “three others”, and not each word another.
 */
function joined(woven: Piece[]): Piece[] {
  const all: Piece[] = [];
  let [removed, added, space] = ["", "", ""];
  const flush = () => {
    all.push(
      { kind: "removed", text: removed },
      { kind: "added", text: added },
      { kind: "same", text: space },
    );
    [removed, added, space] = ["", "", ""];
  };
  for (const { kind, text } of woven) {
    if (kind === "same") {
      const isSpaceInChange = text.trim() === "" && space === "" && (removed !== "" || added !== "");
      if (isSpaceInChange) space = text;
      else {
        space += text;
        flush();
      }
      continue;
    }
    removed += space;
    added += space;
    space = "";
    if (kind === "removed") removed += text;
    else added += text;
  }
  flush();
  return neighbours(filled(all));
}

function neighbours(all: Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of all) {
    const last = merged.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else merged.push({ ...piece });
  }
  return merged;
}
