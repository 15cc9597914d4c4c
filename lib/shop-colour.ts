import { fromOklch, linear, type Rgb, toOklch } from "./oklch";

/** A shop's colour made readable: the colour itself, a tint to lay it on, and the text that goes on it. Each `#rrggbb`. */
export type ShopColour = { brand: string; brandTint: string; onBrand: string };

type Theme = { surface: Rgb; on: string; tint: number; lightnessStep: number };

/** Text needs 4.5 : 1; a hair is added because a printed colour is rounded. */
const needed = 4.51;
const latchkeyGreen: Rgb = [0x12, 0x49, 0x3b];

const themes = {
  light: { surface: [0xff, 0xfe, 0xfc], on: "#FFFFFF", tint: 0.1, lightnessStep: -0.004 },
  dark: { surface: [0x1c, 0x1b, 0x18], on: "#141310", tint: 0.14, lightnessStep: 0.004 },
} as const satisfies Record<string, Theme>;

/**
 * The colours of a shop in one theme. Hue and strength stay; lightness moves away from the surface until the colour on
 * the surface, the colour on its tint and the text on the colour all reach 4.5 : 1. What is no `#rrggbb` becomes
 * Latchkey's green.
 */
export function shopColour(hex: string, theme: keyof typeof themes): ShopColour {
  const { surface, on, tint, lightnessStep } = themes[theme];
  let brand = parse(hex) ?? latchkeyGreen;
  const colour = toOklch(brand);
  while (!isReadable(brand, surface, tint)) {
    colour.lightness += lightnessStep;
    brand = fromOklch(colour);
  }
  return { brand: print(brand), brandTint: print(mix(surface, brand, tint)), onBrand: on };
}

/** Both themes as the text of a `<style nonce>`. It is made of numbers alone, so no setting can smuggle in a rule. */
export function shopColourCss(hex: string): string {
  const light = shopColour(hex, "light");
  const dark = shopColour(hex, "dark");
  return `:root{${properties(light)}}@media (prefers-color-scheme:dark){:root{${properties(dark)}}}`;
}

const properties = ({ brand, brandTint, onBrand }: ShopColour) =>
  `--brand:${brand};--brand-tint:${brandTint};--on-brand:${onBrand}`;

/** Black on a light surface and white on a dark one always are, so the search ends. */
const isReadable = (brand: Rgb, surface: Rgb, tint: number) =>
  contrast(brand, surface) >= needed && contrast(brand, mix(surface, brand, tint)) >= needed;

/** The contrast ratio of two colours as WCAG 2 counts it, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

/** Reads `#rrggbb` in either case; undefined for anything else. */
export function parse(hex: string): Rgb | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return undefined;
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return [part(1), part(3), part(5)];
}

const print = (rgb: Rgb) =>
  `#${rgb.map((part) => part.toString(16).padStart(2, "0")).join("")}`.toUpperCase();

function mix(ground: Rgb, over: Rgb, share: number): Rgb {
  const between = (from: number, to: number) => Math.round(from + (to - from) * share);
  return [between(ground[0], over[0]), between(ground[1], over[1]), between(ground[2], over[2])];
}
