import { expect, test } from "vitest";
import { turnOfDraft } from "./drafts";

test("saves of one page follow one another, of one draft or of two, and one with nothing to save lets the next begin", () => {
  const [words, lines] = [turnOfDraft(), turnOfDraft()];
  const begun: string[] = [];
  const begin = (name: string) => () => begun.push(name) > 0;
  words.take(begin("words"));
  words.take(begin("a second tap"));
  lines.take(() => false);
  lines.take(begin("lines"));
  expect([begun, words.isMine(), lines.isMine()]).toEqual([["words"], true, false]);
  lines.give();
  expect(begun, "it is not its to give").toEqual(["words"]);
  words.give();
  expect([begun, words.isMine()]).toEqual([["words", "a second tap"], true]);
  words.give();
  expect([begun, words.isMine(), lines.isMine()]).toEqual([["words", "a second tap", "lines"], false, true]);
  lines.give();
  words.take(begin("later"));
  expect(begun.at(-1)).toBe("later");
  words.give();
});
