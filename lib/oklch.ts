/** Red, green and blue as a screen counts them, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** A colour as the eye orders it: lightness 0 to 1, chroma from grey outwards, hue in radians. */
export type Oklch = { lightness: number; chroma: number; hue: number };

/** Björn Ottosson's OKLab in polar form: moving one of the three leaves the other two as they look. */
export function toOklch(rgb: Rgb): Oklch {
  const [r, g, b] = [linear(rgb[0]), linear(rgb[1]), linear(rgb[2])];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const towardsRed = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const towardsYellow = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(towardsRed, towardsYellow),
    hue: Math.atan2(towardsYellow, towardsRed),
  };
}

/** The nearest colour that a screen can show: hue and lightness are kept, chroma gives way. Beyond 0 and 1 it is black or white. */
export function fromOklch({ lightness, chroma, hue }: Oklch): Rgb {
  if (lightness <= 0) return [0, 0, 0];
  if (lightness >= 1) return [255, 255, 255];
  let kept = chroma;
  let parts = linearParts(lightness, kept, hue);
  while (kept > 0.001 && parts.some((part) => part < -0.0005 || part > 1.0005)) {
    kept *= 0.98;
    parts = linearParts(lightness, kept, hue);
  }
  return [shown(parts[0]), shown(parts[1]), shown(parts[2])];
}

function linearParts(lightness: number, chroma: number, hue: number): Rgb {
  const towardsRed = chroma * Math.cos(hue);
  const towardsYellow = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * towardsRed + 0.2158037573 * towardsYellow) ** 3;
  const m = (lightness - 0.1055613458 * towardsRed - 0.0638541728 * towardsYellow) ** 3;
  const s = (lightness - 0.0894841775 * towardsRed - 1.291485548 * towardsYellow) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** The light that a part of a colour gives, 0 to 1. */
export function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function shown(part: number): number {
  const share = Math.min(1, Math.max(0, part));
  return Math.round(255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055));
}
