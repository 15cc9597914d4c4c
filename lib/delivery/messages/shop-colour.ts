/** A shop's colour on paper and in the dark, shifted until white or dark words on it can be read. */
export type ShopColour = { light: Pair; dark: Pair };
type Pair = { fill: string; words: string };
type Rgb = readonly [number, number, number];

/** The contrast that WCAG asks of text. */
const enough = 4.5;
const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
const night: Rgb = [28, 27, 24];
const evergreen = "#12493B";

/** Darkens the colour for white words, and lightens it for dark ones; what is not `#rrggbb` becomes the product's green. */
export function shopColour(colour: string): ShopColour {
  const given = read(/^#[0-9a-f]{6}$/i.test(colour) ? colour : evergreen);
  return {
    light: { fill: hex(shift(given, black, white)), words: "#FFFFFF" },
    dark: { fill: hex(shift(given, white, night)), words: hex(night) },
  };
}

/** How far two colours are apart, from 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  return ratio(read(one), read(other));
}

function shift(colour: Rgb, towards: Rgb, against: Rgb): Rgb {
  for (let part = 0; part < 1; part += 0.02) {
    const mixed = mix(colour, towards, part);
    if (ratio(mixed, against) >= enough) return mixed;
  }
  return towards;
}

const mix = (colour: Rgb, towards: Rgb, part: number): Rgb => {
  const at = (index: 0 | 1 | 2) => Math.round(colour[index] + (towards[index] - colour[index]) * part);
  return [at(0), at(1), at(2)];
};

function ratio(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const read = (colour: string): Rgb => {
  const at = (start: number) => Number.parseInt(colour.slice(start, start + 2), 16);
  return [at(1), at(3), at(5)];
};

const hex = (colour: Rgb) =>
  `#${colour
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase()}`;
