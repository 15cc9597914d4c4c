import fc from "fast-check";
import { expect, test } from "vitest";
import { contrast, shopColour } from "./shop-colour";

test("words on any shop's colour can be read, by day and in the dark", () => {
  const colour = fc
    .integer({ min: 0, max: 0xffffff })
    .map((part) => `#${part.toString(16).padStart(6, "0")}`);
  fc.assert(
    fc.property(colour, (given) => {
      const { light, dark } = shopColour(given);
      expect(contrast(light.fill, light.words)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark.fill, dark.words)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test("a colour that can be read already stays as it is", () => {
  for (const given of ["#12493B", "#8A3A24", "#2C6A1F", "#0A5A8C"])
    expect(shopColour(given).light.fill).toBe(given);
});

test("what is no colour becomes the product's green, and never reaches the style sheet", () => {
  for (const given of ["", "red", "#12", "#12493B;} body{display:none"]) {
    expect(shopColour(given)).toEqual(shopColour("#12493B"));
  }
});
