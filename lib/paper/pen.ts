/**
 * A sheet of paper that is being written on, from top to bottom. Lengths are points, 72 to an inch.
 */
export type Paper = {
  pen: PDFKit.PDFDocument;
  shop: PaperShop;
  edge: Edge | null;
  /** The part of the paper’s tree to which belongs what is drawn now. */
  inside: PDFKit.PDFStructureElement;
  written: Promise<Buffer>;
};

/** Whose paper it is: a row of `tenants` will do. */
export type PaperShop = { name: string; locale: string; brandColour: string };

/** What stands at the top of every page, on the left and on the right. */
export type Edge = { left: string; right: string };

export const ink = { words: "#1C1B18", quiet: "#4B4840", faint: "#696459", line: "#D6D0C3" };
export const left = 72;
export const bottom = 80;

/** By what they are called here, the faces that a paper is written in. */
export const fonts = {
  words: "DejaVuSans",
  strong: "DejaVuSans-Bold",
  em: "DejaVuSans-Oblique",
  "strong-em": "DejaVuSans-BoldOblique",
  mono: "DejaVuSansMono",
  signature: "DejaVuSerif-Italic",
} as const;

export type Face = keyof typeof fonts;

export const widthOf = ({ pen }: Paper) => pen.page.width - 2 * left;

/** How far down a page’s words may go. */
export const endOf = ({ pen }: Paper) => pen.page.height - bottom;

/** Begins another page where what comes next would not fit on this one. */
export function makeRoom(paper: Paper, height: number): void {
  if (paper.pen.y + height > endOf(paper)) paper.pen.addPage();
}

/** A part of the paper’s tree, by its PDF name: what is drawn meanwhile belongs to it. */
export function part(paper: Paper, tag: string, draw: () => void, told: { alt?: string } = {}): void {
  const above = paper.inside;
  paper.inside = paper.pen.struct(tag, told);
  above.add(paper.inside);
  draw();
  paper.inside.end();
  paper.inside = above;
}

/** Draws, on one page, what the part that is open now shows. */
export const show = (paper: Paper, draw: () => void) => {
  paper.inside.add(draw);
};

/** Draws what is only to be looked at: nobody hears it. */
export function decorate({ pen }: Paper, draw: () => void): void {
  pen.markContent("Artifact");
  draw();
  pen.endMarkedContent();
}

/** A line across, where the pen is. */
export function rule(paper: Paper, { x = left, width = widthOf(paper), colour = ink.line } = {}): void {
  const { pen } = paper;
  decorate(paper, () => {
    pen
      .moveTo(x, pen.y)
      .lineTo(x + width, pen.y)
      .lineWidth(0.6)
      .strokeColor(colour)
      .stroke();
  });
}
