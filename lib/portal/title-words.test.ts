import { describe, expect, test } from "vitest";
import { countWords, listWords, namedInSentence, placeInSentence, withSmallFirst } from "./title-words";

const names = ["Ellen Marsh", "Readwell Builders", "118 Quarry Bend, Austin"];

describe("a document in a sentence", () => {
  test("is its own title where that says what it is", () => {
    expect(namedInSentence("contract", "Construction contract", names)).toEqual({
      the: "the construction contract",
      unsaid: "",
    });
    expect(namedInSentence("scope", "Electrical scope", names).the).toBe("the electrical scope");
    expect(namedInSentence("invoice", "Deposit", names).the).toBe("the deposit");
    expect(namedInSentence("appointment", "The pre-construction walk-through", names).the).toBe(
      "the pre-construction walk-through",
    );
  });

  test("is its kind where the title does not say so, and the title is left to stand beside it", () => {
    expect(namedInSentence("contract", "Kitchen and rear addition", names)).toEqual({
      the: "the contract",
      unsaid: "Kitchen and rear addition",
    });
  });

  test("keeps the capital of a name, of a heading, and of what is no word", () => {
    const the = (title: string) => namedInSentence("contract", title, names).the;
    expect(the("Marsh residence contract")).toBe("the Marsh residence contract");
    expect(the("Quarry Bend contract")).toBe("the Quarry Bend contract");
    expect(the("Master Bedroom Contract")).toBe("the Master Bedroom Contract");
    expect(the("HVAC contract")).toBe("the HVAC contract");
    expect(the("April contract")).toBe("the April contract");
    expect(the("27 Bull St contract")).toBe("the 27 Bull St contract");
  });
});

test("a place keeps its capital unless it begins with a word that is none of a name", () => {
  expect(placeInSentence("At the house")).toBe("at the house");
  expect(placeInSentence("Riverside")).toBe("Riverside");
  expect(placeInSentence("Gate 4, Bull Street")).toBe("Gate 4, Bull Street");
});

test("things are listed as a sentence lists them, and of many the first ones", () => {
  const things = ["Countertops", "Backsplash", "Sink and faucet"];
  expect(listWords(things, names, 4)).toBe("Countertops, backsplash, sink and faucet");
  expect(listWords(things, names, 2)).toBe("Countertops and two more");
  expect(listWords(["Paint", "Austin stone"], names, 4)).toBe("Paint, Austin stone");
  expect(withSmallFirst("", names)).toBe("");
  expect([countWords(3), countWords(14)]).toEqual(["three", "14"]);
});
