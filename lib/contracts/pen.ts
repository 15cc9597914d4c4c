import { join } from "node:path";
import PDFDocument from "pdfkit";
import type { Paper } from "./paper";

/** What a paper is drawn with. */
export type Pen = PDFKit.PDFDocument;

export const ink = { words: "#1C1B18", quiet: "#4B4840", faint: "#696459", line: "#D6D0C3", sign: "#1B2A55" };
export const left = 72;
const [top, bottom] = [92, 80];

export const widthOf = (pen: Pen) => pen.page.width - 2 * left;

/** How far down a page’s words may go. */
export const endOf = (pen: Pen) => pen.page.height - bottom;

/** Begins another page where what comes next would not fit on this one. */
export function makeRoom(pen: Pen, height: number): void {
  if (pen.y + height > endOf(pen)) pen.addPage();
}

/** A part of the paper’s tree, as it is drawn when its turn comes. */
export const element = (pen: Pen, tag: string, draw: () => void, told: { alt?: string } = {}) =>
  pen.struct(tag, told, draw);

/** A part of the tree that is made of others. */
export const group = (pen: Pen, tag: string, parts: PDFKit.PDFStructureElement[]) =>
  pen.struct(tag, {}, parts);

/** A line across, which says nothing to who listens. */
export function line(pen: Pen, x: number, width: number, colour: string = ink.line): void {
  pen
    .moveTo(x, pen.y)
    .lineTo(x + width, pen.y)
    .lineWidth(0.6)
    .strokeColor(colour)
    .stroke();
}

/** The name of the mark by which a signed PDF says which text it holds. */
export const textMark = "latchkey-sha256:";

export function newPen({ title, shop, locale, sha256, certificate }: Paper): Pen {
  const pen = new PDFDocument({
    size: locale === "en-US" ? "LETTER" : "A4",
    margins: { top, bottom, left, right: left },
    pdfVersion: "1.7",
    tagged: true,
    lang: locale,
    displayTitle: true,
    bufferPages: true,
    info: { Title: title, Author: shop, ...(certificate && { Keywords: `${textMark}${sha256}` }) },
  });
  for (const [name, file] of Object.entries(fonts)) pen.registerFont(name, font(file));
  return pen;
}

const fonts = {
  words: "DejaVuSans",
  strong: "DejaVuSans-Bold",
  em: "DejaVuSans-Oblique",
  "strong-em": "DejaVuSans-BoldOblique",
  mono: "DejaVuSansMono",
  signature: "DejaVuSerif-Italic",
} as const;

/** Read from the package itself, as it was installed: a bundler has no use for a font. */
const font = (name: string) => join(process.cwd(), "node_modules/dejavu-fonts-ttf/ttf", `${name}.ttf`);
