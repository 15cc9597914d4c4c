import sharp from "sharp";

/** Drawn stand-ins for a maker's photographs of surfaces, as they stand on a selection sheet. */

export type Surface = keyof typeof drawings;

const [width, height] = [960, 495];

/** One surface, seen from above in even light. */
export function surfacePicture(surface: Surface): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${surfaceSize.width}" height="${surfaceSize.height}">${drawings[surface]}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 84 }).toBuffer();
}

/** Twice as many pixels as a sheet shows it with. */
export const surfaceSize = { width: 720, height: 371 };

type Noise = { frequency: string; octaves: number; values: string; seed: number };

/** Noise that is stretched and coloured: `values` are the four rows of a colour matrix over it. */
const noise = (id: string, { frequency, octaves, values, seed }: Noise) =>
  `<filter id="${id}" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="${octaves}" seed="${seed}"/><feColorMatrix values="${values}"/></filter>`;

const sheet = (fill: string) => `<rect width="${width}" height="${height}" fill="${fill}"/>`;
const cast = (id: string) => `<rect width="${width}" height="${height}" filter="url(#${id})"/>`;

/** Grey of one strength where the noise is above a threshold. */
const veins = (grey: number, gain: number, from: number) =>
  `0 0 0 0 ${grey}  0 0 0 0 ${grey}  0 0 0 0 ${grey}  ${gain} 0 0 0 ${from}`;

/** Boards of different lengths in rows, each a little darker or lighter than the last. */
function boards(): string {
  const tones = ["#c88f4d", "#b57a3a", "#cf9a58", "#a96f33", "#bd8443", "#c58b49", "#9f682e"];
  const cuts = [
    [0, 410],
    [0, 250, 640],
    [0, 560],
    [0, 330, 760],
    [0, 480],
    [0, 200, 620],
    [0, 640],
  ];
  const high = Math.ceil(height / cuts.length);
  return cuts
    .flatMap((starts, row) =>
      starts.map((x, at) => {
        const tone = tones[(row * 3 + at * 2) % tones.length];
        return `<rect x="${x}" y="${row * high}" width="${(starts[at + 1] ?? width) - x - 1.5}" height="${high - 1.5}" fill="${tone}"/>`;
      }),
    )
    .join("");
}

/** Tiles set row over row, each half a tile on. */
function bricks(tones: string[]): string {
  const [long, high] = [160, 62];
  return Array.from({ length: 8 }, (_, row) =>
    Array.from({ length: 8 }, (_, at) => {
      const x = at * long - (row % 2) * (long / 2) - long / 2;
      return `<rect x="${x + 2}" y="${row * high + 2}" width="${long - 4}" height="${high - 4}" rx="3" fill="${tones[(row * 7 + at * 4 + row * at * 3) % tones.length]}"/>`;
    }).join(""),
  ).join("");
}

const gloss =
  noise("gloss", { frequency: ".02 .05", octaves: 2, values: veins(1, 0.7, -0.22), seed: 8 }) + cast("gloss");

/** By what they are called in the story. */
const drawings = {
  marble: `${noise("soft", { frequency: ".006 .011", octaves: 4, values: veins(0.72, 0.9, -0.36), seed: 4 })}${noise("vein", { frequency: ".011 .017", octaves: 5, values: veins(0.5, 6, -4.1), seed: 11 })}${sheet("#f0efeb")}${cast("soft")}${cast("vein")}`,
  soapstone: `${noise("cloud", { frequency: ".005 .014", octaves: 5, values: veins(0.62, 1.1, -0.42), seed: 7 })}${noise("fleck", { frequency: ".02 .06", octaves: 3, values: veins(0.72, 6, -4.6), seed: 3 })}${sheet("#333a3b")}${cast("cloud")}${cast("fleck")}`,
  "butcher block": `${noise("grain", { frequency: ".004 .16", octaves: 3, values: "0 0 0 0 .32  0 0 0 0 .17  0 0 0 0 .05  .9 0 0 0 -.3", seed: 5 })}${sheet("#8a5a28")}${boards()}${cast("grain")}`,
  granite: `${noise("dark", { frequency: ".075", octaves: 2, values: veins(0.42, 9, -4.9), seed: 2 })}${noise("light", { frequency: ".085", octaves: 2, values: veins(0.9, 10, -5.4), seed: 9 })}${sheet("#a59c90")}${cast("dark")}${cast("light")}`,
  zellige: `${sheet("#cfc8ba")}${bricks(["#f1ece1", "#e8e2d5", "#f5f1e8", "#ece5d8", "#e3dccd"])}${gloss}`,
  "green tile": `${sheet("#c9c8bd")}${bricks(["#3f6b57", "#4a7a64", "#386150", "#52836d", "#446f5c"])}${gloss}`,
  oak: `${noise("grain", { frequency: ".003 .11", octaves: 4, values: "0 0 0 0 .42  0 0 0 0 .3  0 0 0 0 .16  .8 0 0 0 -.28", seed: 6 })}${sheet("#d3b68a")}${cast("grain")}`,
  painted: `${noise("wall", { frequency: ".5", octaves: 2, values: veins(0.4, 0.12, -0.03), seed: 3 })}${sheet("#dfe3dc")}${cast("wall")}`,
  steel: `${noise("brush", { frequency: ".002 .5", octaves: 2, values: veins(0.25, 0.6, -0.2), seed: 4 })}${sheet("#b9bdbd")}${cast("brush")}`,
} as const;
