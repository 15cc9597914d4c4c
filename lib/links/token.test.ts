import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Purpose, policy } from "./policy";
import { codeOf, hashToken, isCodeOf, mintToken, readToken, type TokenRing } from "./token";

const key = (id: string, byte: string) => ({ id, secret: Buffer.from(byte.repeat(32), "hex") });
const ring: TokenRing = { keys: [key("a", "5a")], origin: "https://latchkey.example" };
const purposes = Object.keys(policy) as Purpose[];
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

describe("a token", () => {
  test.each(purposes)(
    "[B16] of %s has the policy's length, is base62 and reads back as itself",
    (purpose) => {
      const { token, hash } = mintToken(purpose, ring);
      expect(token).toMatch(/^[0-9A-Za-z]+$/);
      expect(token).toHaveLength(policy[purpose].chars);
      expect(readToken(token, ring)).toEqual({ purpose, hash });
      expect(hash).toEqual(hashToken(token));
    },
  );

  test.each(["dispatch", "staff-sign-in"] as const)(
    "[X4] of %s is refused after any change of one character",
    (purpose) => {
      const { token } = mintToken(purpose, ring);
      let mutants = 0;
      for (let place = 0; place < token.length; place += 1) {
        for (const letter of alphabet) {
          if (letter === token[place]) continue;
          mutants += 1;
          expect(readToken(token.slice(0, place) + letter + token.slice(place + 1), ring)).toBeUndefined();
        }
      }
      expect(mutants).toBe(token.length * 61);
    },
  );

  test("[X4] is refused when it is shortened, lengthened, or anything that somebody types", () => {
    const { token } = mintToken("dispatch", ring);
    expect(readToken(token.slice(0, -1), ring)).toBeUndefined();
    expect(readToken(`${token}0`, ring)).toBeUndefined();
    fc.assert(fc.property(fc.string({ maxLength: 80 }), (typed) => readToken(typed, ring) === undefined));
  });

  test("[X4] is for one purpose, one origin and one key", () => {
    const { token } = mintToken("portal-invitation", ring);
    const asAnother = `c${token.slice(1)}`;
    expect(readToken(asAnother, ring)).toBeUndefined();
    expect(readToken(token, { ...ring, origin: "https://elsewhere.example" })).toBeUndefined();
    expect(readToken(token, { ...ring, keys: [key("a", "5b")] })).toBeUndefined();
  });

  test("is still good after the keys were rotated, and dead once its key is gone", () => {
    const { token } = mintToken("dispatch", ring);
    const rotated = { ...ring, keys: [key("b", "77"), key("a", "5a")] };
    expect(readToken(token, rotated)?.purpose).toBe("dispatch");
    expect(mintToken("dispatch", rotated).token.charAt(1)).toBe("b");
    expect(readToken(token, { ...ring, keys: [key("b", "77")] })).toBeUndefined();
  });

  test("[B16] never repeats in a hundred thousand, and favours no character", () => {
    const counts = new Map<string, number>();
    const seen = new Set<string>();
    const rounds = 100_000;
    for (let round = 0; round < rounds; round += 1) {
      const { token } = mintToken("staff-sign-in", ring);
      seen.add(token);
      const letter = token.charAt(2 + (round % 32));
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect(seen.size).toBe(rounds);
    const expected = rounds / alphabet.length;
    const chiSquare = [...alphabet].reduce(
      (sum, letter) => sum + ((counts.get(letter) ?? 0) - expected) ** 2 / expected,
      0,
    );
    // 61 degrees of freedom: above 117 would happen by chance once in 100,000 runs.
    expect(chiSquare).toBeLessThan(117);
  });
});

describe("the typed code of a link", () => {
  test("[X5] is eight characters of Crockford's alphabet, the same each time it is made", () => {
    const code = codeOf("3f0c2c52-93e1-4c3a-9b53-4f9c0cf0a111", key("a", "5a"));
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(codeOf("3f0c2c52-93e1-4c3a-9b53-4f9c0cf0a111", key("a", "5a"))).toBe(code);
  });

  test("[X5] is taken in small letters, with spaces, hyphens and look-alikes, and for no other link", () => {
    const id = "3f0c2c52-93e1-4c3a-9b53-4f9c0cf0a111";
    const code = codeOf(id, key("a", "5a"));
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `
      .replaceAll("0", "o")
      .replaceAll("1", "l");
    expect(isCodeOf(typed, id, ring)).toBe(true);
    expect(isCodeOf(code, "3f0c2c52-93e1-4c3a-9b53-4f9c0cf0a112", ring)).toBe(false);
    expect(isCodeOf(`${code}0`, id, ring)).toBe(false);
    expect(isCodeOf("", id, ring)).toBe(false);
  });
});
