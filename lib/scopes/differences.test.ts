import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differences, type Piece, pieces, renamedGroups } from "./differences";
import type { ScopeLine } from "./views";

const line = (key: string, words: string, amountCents = 0, group = "Kitchen"): ScopeLine => ({
  key,
  group,
  words,
  amountCents,
});

const textOf = (all: Piece[], without: Piece["kind"]) =>
  all
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join("");

const word = fc.constantFrom(
  "six",
  "eight",
  "lights",
  "4 in",
  "dimmable",
  "the",
  " ",
  "  ",
  "island,",
  "é",
  "𝕏",
);
const words = fc.array(word, { maxLength: 12 }).map((parts) => parts.join(" "));
const lines = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom(..."abcdefghij"),
    group: fc.constantFrom("Kitchen", "Rear addition", "Panel", ""),
    words,
    amountCents: fc.integer({ min: -100_000, max: 1_000_000 }),
  }),
  { selector: ({ key }) => key, maxLength: 10 },
);

describe("[X12] the differences of two revisions", () => {
  test("hold both: without what was removed they are the newer, and every older line is in them once", () => {
    fc.assert(
      fc.property(lines, lines, (older, newer) => {
        const all = differences(older, newer);
        expect(all.flatMap((each) => (each.kind === "removed" ? [] : [each.line]))).toEqual(newer);
        const before = new Map(older.map((each) => [each.key, each]));
        const accounted = all.flatMap((each) => {
          if (each.kind === "added") return [];
          return each.kind === "same" ? [each.line.key] : [each.was.key];
        });
        expect(accounted.toSorted()).toEqual([...before.keys()].toSorted());
        for (const each of all) {
          if (each.kind === "changed" || each.kind === "removed")
            expect(each.was).toEqual(before.get(each.was.key));
          if (each.kind === "added") expect(before.has(each.line.key)).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("applied to the older words give the newer, and taken back give the older again", () => {
    fc.assert(
      fc.property(words, words, (was, now) => {
        const all = pieces(was, now);
        expect(textOf(all, "added")).toBe(was);
        expect(textOf(all, "removed")).toBe(now);
        expect(all.every(({ text }) => text !== "")).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("of a revision with itself are none", () => {
    fc.assert(
      fc.property(lines, (same) => {
        expect(differences(same, same).every(({ kind }) => kind === "same")).toBe(true);
      }),
    );
  });

  test("show which words are others, in whole stretches", () => {
    expect(pieces("Six recessed lights, 4 in", "Eight recessed lights, 4 in, dimmable")).toEqual([
      { kind: "removed", text: "Six" },
      { kind: "added", text: "Eight" },
      { kind: "same", text: " recessed lights, 4 " },
      { kind: "removed", text: "in" },
      { kind: "added", text: "in, dimmable" },
    ]);
    expect(
      pieces("Light outside the patio door, right side", "Light outside the patio door, next to the grill"),
    ).toEqual([
      { kind: "same", text: "Light outside the patio door, " },
      { kind: "removed", text: "right side" },
      { kind: "added", text: "next to the grill" },
    ]);
  });

  test("show a line that has hardly a word in common as one wording for another", () => {
    expect(pieces("Move the switch to the hall", "Fan box, and you supply the fan itself")).toEqual([
      { kind: "removed", text: "Move the switch to the hall" },
      { kind: "added", text: "Fan box, and you supply the fan itself" },
    ]);
  });

  test("leave a removed line where it stood", () => {
    const older = [line("a", "One"), line("b", "Two"), line("c", "Three")];
    expect(differences(older, [line("c", "Three"), line("a", "One")]).map((each) => each.kind)).toEqual([
      "same",
      "same",
      "removed",
    ]);
    expect(differences(older, [line("b", "Two")])[0]).toMatchObject({ kind: "removed", was: { key: "a" } });
  });

  test("tell a renamed heading from lines that moved under another", () => {
    const older = [line("a", "One"), line("b", "Two"), line("c", "Three", 0, "Panel")];
    const renamed = [
      line("a", "One", 0, "Kitchen, island"),
      line("b", "Two", 0, "Kitchen, island"),
      older[2] ?? line("c", ""),
    ];
    expect([...renamedGroups(older, renamed)]).toEqual([["Kitchen", "Kitchen, island"]]);
    expect(differences(older, renamed).every(({ kind }) => kind === "same")).toBe(true);
    const moved = [line("a", "One"), line("b", "Two", 0, "Panel"), older[2] ?? line("c", "")];
    expect(differences(older, moved).map(({ kind }) => kind)).toEqual(["same", "changed", "same"]);
  });
});
