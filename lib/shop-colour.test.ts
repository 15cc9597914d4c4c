import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toOklch } from "./oklch";
import { contrast, parse, shopColour, shopColourCss } from "./shop-colour";

const surfaces = { light: "#FFFEFC", dark: "#1C1B18" } as const;
const themes = ["light", "dark"] as const;
const hex = fc.integer({ min: 0, max: 0xffffff }).map((colour) => `#${colour.toString(16).padStart(6, "0")}`);

function ratio(one: string, other: string): number {
  const [first, second] = [parse(one), parse(other)];
  if (!first || !second) throw new Error(`${one} or ${other} is no colour.`);
  return contrast(first, second);
}

function oklch(colour: string) {
  const rgb = parse(colour);
  if (!rgb) throw new Error(`${colour} is no colour.`);
  return toOklch(rgb);
}

describe("a shop's colour", () => {
  test("whatever colour a shop chooses, text on it and it on the page can be read, light and dark", () => {
    fc.assert(
      fc.property(hex, fc.constantFrom(...themes), (colour, theme) => {
        const { brand, brandTint, onBrand } = shopColour(colour, theme);
        expect(ratio(brand, surfaces[theme])).toBeGreaterThanOrEqual(4.5);
        expect(ratio(brand, brandTint)).toBeGreaterThanOrEqual(4.5);
        expect(ratio(onBrand, brand)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 5_000 },
    );
  });

  test.each(["#000000", "#FFFFFF", "#FFFF00", "#00FFFF", "#0000FF", "#808080", "#FFFEFC", "#1C1B18"])(
    "%s at the end of the scale is readable too",
    (colour) => {
      for (const theme of themes) {
        const { brand, onBrand } = shopColour(colour, theme);
        expect(ratio(brand, surfaces[theme])).toBeGreaterThanOrEqual(4.5);
        expect(ratio(onBrand, brand)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  test.each([
    ["Readwell", "#8A3A24"],
    ["Greenline", "#2C6A1F"],
    ["Bluewater", "#0A5A8C"],
    ["Latchkey", "#12493B"],
  ])("%s is readable as it is, so on a light page nothing is changed", (_shop, colour) => {
    expect(shopColour(colour, "light").brand).toBe(colour);
  });

  test("a colour keeps its hue when it is made readable", () => {
    fc.assert(
      fc.property(hex, fc.constantFrom(...themes), (colour, theme) => {
        const [given, made] = [oklch(colour), oklch(shopColour(colour, theme).brand)];
        fc.pre(given.chroma > 0.02 && made.chroma > 0.02);
        const turned = Math.abs(given.hue - made.hue);
        expect(Math.min(turned, 2 * Math.PI - turned)).toBeLessThan(0.2);
      }),
    );
  });

  test("what is no colour becomes Latchkey's green, and nothing of it reaches the style sheet", () => {
    const nasty = "#fff}body{display:none";
    expect(shopColour(nasty, "light").brand).toBe("#12493B");
    expect(shopColourCss(nasty)).not.toContain("display");
  });

  test("the style sheet names every property once for each theme", () => {
    fc.assert(
      fc.property(hex, (colour) => {
        expect(shopColourCss(colour)).toMatch(
          /^:root\{--brand:#[0-9A-F]{6};--brand-tint:#[0-9A-F]{6};--on-brand:#[0-9A-F]{6}\}@media \(prefers-color-scheme:dark\)\{:root\{--brand:#[0-9A-F]{6};--brand-tint:#[0-9A-F]{6};--on-brand:#[0-9A-F]{6}\}\}$/,
        );
      }),
      { numRuns: 200 },
    );
  });
});
