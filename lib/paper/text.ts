import { shopColour } from "@/lib/shop-colour";
import { type Align, flow, linesOf, type Said } from "./lines";
import { type Face, ink, left, makeRoom, type Paper, part, rule, show, widthOf } from "./pen";

/** How words are drawn, where it is not as usual. */
export type Look = {
  size?: number;
  face?: Face;
  colour?: string;
  align?: Align;
  x?: number;
  width?: number;
  before?: number;
  after?: number;
  /** What they are to the paper’s tree: a paragraph, unless it is said. */
  tag?: string;
};

/** Words in lines that go on from page to page. */
export function words(paper: Paper, said: Said, look: Look = {}): void {
  const { size = 10, face = "words", colour = ink.words, align = "left" } = look;
  const { x = left, width = widthOf(paper), before = 0, after = 9, tag = "P" } = look;
  paper.pen.y += before;
  part(paper, tag, () => {
    flow(paper, linesOf(paper, said, { width, size, face }), { x, width, size, colour, align });
  });
  paper.pen.y += after;
}

const headings = {
  1: { size: 16, before: 4, after: 10 },
  2: { size: 11.5, before: 7, after: 4 },
  3: { size: 10, before: 7, after: 4 },
} as const;

/** A heading. It stays with the first lines of what it heads. */
export function heading(paper: Paper, level: 1 | 2 | 3, said: Said, look: Look = {}): void {
  makeRoom(paper, 64);
  words(paper, said, { ...headings[level], face: "strong", tag: `H${level}`, ...look });
}

/** The shop’s name in its own colour over the first page, and beside it what this paper is of. */
export function letterhead(paper: Paper, beside = ""): void {
  const { brand } = shopColour(paper.shop.brandColour, "light");
  words(paper, paper.shop.name, { size: 13, face: "strong", colour: brand, after: beside ? 0 : 6 });
  if (beside) words(paper, beside, { colour: ink.quiet, after: 6 });
  rule(paper, { colour: brand });
  paper.pen.y += 20;
}

type Picture = { jpeg: Buffer; width: number; height: number; alt: string; caption?: string };

const tallest = 300;

/** A picture as wide as the paper, if it is not too tall for that; its caption stays with it. Width and height give its shape. */
export function picture(paper: Paper, { jpeg, width, height, alt, caption = "" }: Picture): void {
  const scale = Math.min(widthOf(paper) / width, tallest / height);
  const size = { width: width * scale, height: height * scale };
  makeRoom(paper, size.height + (caption ? 34 : 14));
  const { y } = paper.pen;
  part(paper, "Figure", () => show(paper, () => paper.pen.image(jpeg, left, y, size)), { alt });
  paper.pen.y = y + size.height + 6;
  if (caption) words(paper, caption, { size: 9.5, colour: ink.quiet, after: 12, tag: "Caption" });
}
