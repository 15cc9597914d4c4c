import { join } from "node:path";
import PDFDocument from "pdfkit";
import { phoneWords } from "@/lib/address";
import { element, group, ink, left, line, makeRoom, type Pen, widthOf } from "@/lib/contracts/pen";
import type { Reading } from "./views";

/** Everything that stands on a report’s paper: words and times are ready to be read. */
export type ReportPaper = {
  shop: string;
  phone: string | null;
  locale: string;
  title: string;
  body: string;
  visited: string | null;
  doneBy: string;
  readings: Reading[];
  photos: { jpeg: Buffer; width: number; height: number; caption: string }[];
};

/** Draws the paper; each part is tagged as what it is, so that a screen reader meets headings, a table and pictures. */
export function drawReport(paper: ReportPaper): Promise<Buffer> {
  const pen = newPen(paper);
  const parts: Buffer[] = [];
  const drawn = new Promise<Buffer>((resolve, reject) => {
    pen.on("data", (part) => parts.push(part));
    pen.on("end", () => resolve(Buffer.concat(parts)));
    pen.on("error", reject);
  });
  for (const part of partsOf(pen, paper)) pen.addStructure(part);
  pen.end();
  return drawn;
}

function newPen({ title, shop, locale }: ReportPaper): Pen {
  const pen = new PDFDocument({
    size: locale === "en-US" ? "LETTER" : "A4",
    margins: { top: 72, bottom: 72, left, right: left },
    pdfVersion: "1.7",
    tagged: true,
    lang: locale,
    displayTitle: true,
    info: { Title: title, Author: shop },
  });
  pen.registerFont("words", font("DejaVuSans"));
  pen.registerFont("strong", font("DejaVuSans-Bold"));
  return pen;
}

/** Read from the package itself, as it was installed: a bundler has no use for a font. */
const font = (name: string) => join(process.cwd(), "node_modules/dejavu-fonts-ttf/ttf", `${name}.ttf`);

type Element = PDFKit.PDFStructureElement;

function partsOf(pen: Pen, paper: ReportPaper): Element[] {
  const { shop, phone, title, body, visited, doneBy, readings, photos } = paper;
  const visit = [visited && `Visited ${visited}`, doneBy && `Done by ${doneBy}`].filter(Boolean).join(". ");
  const call = [shop, phoneWords(phone)].filter(Boolean).join(", ");
  return [
    words(pen, "P", `${shop}  ·  Service report`, { size: 10, colour: ink.quiet, after: 6 }),
    words(pen, "H1", title, { size: 20, font: "strong", after: 8 }),
    ...(visit ? [words(pen, "P", visit, { size: 11, after: 14 })] : []),
    ...body
      .split(/\n\s*\n/)
      .filter((part) => part.trim())
      .map((part) => words(pen, "P", part.trim(), { size: 11, after: 10 })),
    ...(readings.length > 0 ? [heading(pen, "Readings"), readingTable(pen, readings)] : []),
    ...(photos.length > 0 ? [heading(pen, "Photos"), ...photos.map((photo) => figure(pen, photo))] : []),
    words(pen, "P", `Questions? ${call}. Sent with Latchkey.`, {
      size: 9,
      colour: ink.faint,
      after: 0,
      before: 14,
    }),
  ];
}

type Look = { size: number; after: number; before?: number; font?: string; colour?: string };

const words = (pen: Pen, tag: string, text: string, look: Look): Element =>
  element(pen, tag, () => {
    const { size, after, before = 0, font: face = "words", colour = ink.words } = look;
    makeRoom(pen, before + 2 * size);
    pen.y += before;
    pen
      .font(face)
      .fontSize(size)
      .fillColor(colour)
      .text(text, left, pen.y, { width: widthOf(pen), lineGap: 3 });
    pen.y += after;
  });

const heading = (pen: Pen, text: string): Element =>
  words(pen, "H2", text, { size: 13, font: "strong", before: 12, after: 6 });

const headings = ["What", "Value", "Should be"];
const shares = [0.45, 0.25, 0.3];

function readingTable(pen: Pen, readings: Reading[]): Element {
  const rows = readings.map(({ name, value, unit, range }) => [
    name,
    [value, unit].filter(Boolean).join(" "),
    range && [range, unit].filter(Boolean).join(" "),
  ]);
  return group(pen, "Table", [
    tableRow(pen, headings, "TH"),
    ...rows.map((cells) => tableRow(pen, cells, "TD")),
  ]);
}

/** A row is as tall as its tallest cell; it is never parted by the end of a page. */
function tableRow(pen: Pen, cells: string[], tag: "TH" | "TD"): Element {
  const row = { top: 0, height: 0 };
  const width = (at: number) => (shares[at] ?? 0) * widthOf(pen);
  const face = (at: number) => (tag === "TH" || at === 0 ? "strong" : "words");
  const open = () => {
    pen.fontSize(10);
    const heights = cells.map((text, at) =>
      pen.font(face(at)).heightOfString(text || " ", { width: width(at) - 8 }),
    );
    row.height = Math.max(...heights) + 12;
    makeRoom(pen, row.height);
    line(pen, left, widthOf(pen));
    row.top = pen.y;
  };
  const draw = (text: string, at: number) => () => {
    if (at === 0) open();
    const x = left + cells.slice(0, at).reduce((sum, _, before) => sum + width(before), 0);
    const colour = tag === "TH" ? ink.quiet : ink.words;
    pen
      .font(face(at))
      .fontSize(10)
      .fillColor(colour)
      .text(text, x, row.top + 6, { width: width(at) - 8 });
    pen.y = row.top + row.height;
  };
  const parts = cells.map((text, at) => element(pen, at === 0 ? "TH" : tag, draw(text, at)));
  return group(pen, "TR", parts);
}

const tallest = 300;

function figure(pen: Pen, { jpeg, width, height, caption }: ReportPaper["photos"][number]): Element {
  const scale = Math.min(widthOf(pen) / width, tallest / height);
  const draw = () => {
    makeRoom(pen, height * scale + (caption ? 34 : 14));
    pen.image(jpeg, left, pen.y, { width: width * scale, height: height * scale });
    pen.y += height * scale + 6;
  };
  const picture = element(pen, "Figure", draw, { alt: caption || "Photo of the visit" });
  if (!caption) return picture;
  return group(pen, "Div", [
    picture,
    words(pen, "Caption", caption, { size: 9.5, colour: ink.quiet, after: 12 }),
  ]);
}
