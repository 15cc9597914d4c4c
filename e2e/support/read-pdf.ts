import { inflateSync } from "node:zlib";

/** The words of a PDF that was drawn here, a string for each page: what somebody gets who copies them out of it. */
export function pagesOf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\b/.test(object));
  return pages.map((page) => {
    const content = streamOf(objects.get(page.match(/\/Contents (\d+) 0 R/)?.[1] ?? ""));
    const faces = facesOf(page, objects);
    let face: Map<string, string> | undefined;
    let words = "";
    let line = "";
    for (const [, name, y, glyphs, begins] of content.matchAll(
      /\/(F\d+) [\d.]+ Tf|1 0 0 1 [\d.-]+ ([\d.-]+) Tm|\[(<.*?)\] TJ|(BDC)/g,
    )) {
      if (name) face = faces.get(name);
      // What belongs to another part of the tree is another line, even beside the last one.
      if (begins) line = "";
      if (y && y !== line) [line, words] = [y, `${words}\n`];
      for (const [, hex = ""] of glyphs?.matchAll(/<([0-9a-f]*)>/g) ?? []) {
        words += (hex.match(/.{4}/g) ?? []).map((glyph) => face?.get(glyph) ?? "?").join("");
      }
    }
    return words.trim();
  });
}

/** How large each page is, in points. */
export const sizesOf = (pdf: Buffer): string[] =>
  Array.from(
    pdf.toString("latin1").matchAll(/\/MediaBox \[0 0 ([\d.]+ [\d.]+)\]/g),
    ([, size]) => size ?? "",
  );

const objectsOf = (pdf: Buffer) =>
  new Map(
    Array.from(
      pdf.toString("latin1").matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g),
      ([, id = "", body = ""]) => [id, body] as const,
    ),
  );

function streamOf(object = ""): string {
  const [, packed = ""] = object.match(/stream\n([\s\S]*)\nendstream/) ?? [];
  return packed && inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
}

/** Which glyph stands for which letters, in each face of a page. */
function facesOf(page: string, objects: Map<string, string>) {
  const resources = objects.get(page.match(/\/Resources (\d+) 0 R/)?.[1] ?? "") ?? "";
  return new Map(
    Array.from(resources.matchAll(/\/(F\d+) (\d+) 0 R/g), ([, name = "", id = ""]) => {
      const map = objects.get(objects.get(id)?.match(/\/ToUnicode (\d+) 0 R/)?.[1] ?? "");
      return [name, lettersOf(streamOf(map))] as const;
    }),
  );
}

function lettersOf(cmap: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = "", list = ""] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[(.*?)\]/g)) {
    for (const [at, [, hex = ""]] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const glyph = (Number.parseInt(from, 16) + at).toString(16).padStart(4, "0");
      letters.set(glyph, Buffer.from(hex.replaceAll(" ", ""), "hex").swap16().toString("utf16le"));
    }
  }
  return letters;
}
