import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { countryOf } from "@/lib/address";
import { drawEdges } from "./edges";
import { bottom, type Edge, fonts, left, type Paper, type PaperShop } from "./pen";

type Sheet = {
  title: string;
  shop: PaperShop;
  edge?: Edge;
  /** Marks by which a program tells the file. */
  keywords?: string;
};

/**
 * Opens a paper, of the size that is common where the shop is. Then come `letterhead`, `heading`, `words`, `table`, `facts`
 * and `picture`, in the order in which they are read, and `finish`. Each goes on from page to page by itself, and is tagged as
 * what it is, so that a screen reader meets the same tree.
 */
export function openPaper({ title, shop, edge, keywords }: Sheet): Paper {
  const pen = new PDFDocument({
    size: isLetterCountry(shop.locale) ? "LETTER" : "A4",
    margins: { top: edge ? 92 : left, bottom, left, right: left },
    pdfVersion: "1.7",
    tagged: true,
    lang: shop.locale,
    displayTitle: true,
    bufferPages: true,
    info: { Title: title, Author: shop.name, ...(keywords && { Keywords: keywords }) },
  });
  for (const [face, file] of Object.entries(fonts)) pen.registerFont(face, font(file));
  const inside = pen.struct("Document");
  pen.addStructure(inside);
  const written = buffer(pen);
  // Whoever finishes the paper hears of it; one that is left lying ends nothing else.
  written.catch(() => undefined);
  return { pen, shop, edge: edge ?? null, inside, written };
}

const isLetterCountry = (locale: string) => ["US", "CA"].includes(countryOf(locale) ?? "");

/** Numbers the pages, and hands over the file. Rejects where it could not be written. */
export async function finish(paper: Paper): Promise<Buffer> {
  drawEdges(paper);
  paper.inside.end();
  paper.pen.end();
  return paper.written;
}

/** Read from the package itself, as it was installed: a bundler has no use for a font. */
const font = (name: string) => join(process.cwd(), "node_modules/dejavu-fonts-ttf/ttf", `${name}.ttf`);
