import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskAddress, maskEmail, maskPhone } from "./masked-address";

describe("a masked address", () => {
  test.each([
    ["ellen@marsh.example", "e••••@m•••.example"],
    ["a@b.co", "a••••@b•••.co"],
    ["dana.whitlock@mail.harbour.com.au", "d••••@m•••.au"],
    ["priya@localhost", "p••••@l•••"],
    ["élodie@über.example", "é••••@ü•••.example"],
    ["e\u0301lodie@zoe.example", "e\u0301••••@z•••.example"],
    ['"odd one"@marsh.example', "•••••@m•••.example"],
    ["mick@[192.0.2.7]", "m••••@••••"],
    ["@marsh.example", "••••••"],
    ["nobody", "••••••"],
    ["", "••••••"],
  ])("of %s shows %s", (email, shown) => {
    expect(maskEmail(email)).toBe(shown);
  });

  test("of an e-mail never shows more than the first letter of each part, nor how long it is", () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,40}$/);
    fc.assert(
      fc.property(word, word, word, (local, domain, host) => {
        const shown = maskEmail(`${local}@${domain}.${host}.example`);
        expect(shown).toBe(`${local[0]}••••@${domain[0]}•••.example`);
      }),
    );
  });

  test("of any text at all never throws, and shows at most two letters before its last part", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        const [before = "", after = ""] = maskEmail(text).split("@");
        const graphemes = (part: string) => [...new Intl.Segmenter("en").segment(part)].length;
        expect(graphemes(before.replaceAll("•", ""))).toBeLessThanOrEqual(1);
        expect(graphemes((after.split(".")[0] ?? "").replaceAll("•", ""))).toBeLessThanOrEqual(1);
      }),
    );
  });

  test.each([
    ["+61491570156", "••••••156"],
    ["(02) 5550 4410", "••••••410"],
    ["1234", "••••••"],
    ["", "••••••"],
  ])("of the number %s shows %s", (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });

  test("of a number shows three digits at most, whatever its length and writing", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (phone) => {
        expect(maskPhone(phone)).toMatch(/^••••••(\p{Nd}{3})?$/u);
      }),
    );
  });

  test("is chosen by what the address is", () => {
    expect(maskAddress("ellen@marsh.example")).toBe("e••••@m•••.example");
    expect(maskAddress("+61491570156")).toBe("••••••156");
  });
});
