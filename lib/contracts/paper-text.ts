import { type Block, type Inline, plainWords } from "./markdown";
import { element, endOf, group, ink, left, line, makeRoom, type Pen, widthOf } from "./pen";

/** A contract’s text on paper: each part is tagged as what it is, so that a screen reader meets the same tree. */

type Column = { x: number; width: number };
type Element = PDFKit.PDFStructureElement;

const size = 10;
const gap = 9;

export function drawBlocks(pen: Pen, blocks: Block[]): void {
  const column = { x: left, width: widthOf(pen) };
  for (const block of blocks) {
    const element = elementOf(pen, block, column);
    if (element) pen.addStructure(element);
    else drawRule(pen, column);
  }
}

/** What a block is to the paper’s tree; undefined for a rule, which says nothing. */
function elementOf(pen: Pen, block: Block, column: Column): Element | undefined {
  switch (block.kind) {
    case "heading":
      return element(pen, `H${block.level}`, () => drawHeading(pen, block.level, block.inside, column));
    case "paragraph":
      return element(pen, "P", () => drawWords(pen, block.inside, column));
    case "list":
      return listOf(pen, block, column);
    case "table":
      return tableOf(pen, block, column);
    case "rule":
      return undefined;
  }
}

const headingSizes = { 1: 16, 2: 11.5, 3: 10 } as const;

function drawHeading(pen: Pen, level: 1 | 2 | 3, inside: Inline[], column: Column): void {
  // A heading stays with the first lines of what it heads.
  makeRoom(pen, 64);
  pen.y += level === 1 ? 4 : 7;
  pen.font("strong").fontSize(headingSizes[level]).fillColor(ink.words);
  pen.text(plainWords(inside), column.x, pen.y, { width: column.width });
  pen.y += level === 1 ? 10 : 4;
}

function drawRule(pen: Pen, { x, width }: Column): void {
  makeRoom(pen, 2 * gap);
  pen.markContent("Artifact");
  line(pen, x, width);
  pen.endMarkedContent();
  pen.y += 2 * gap;
}

type Run = { text: string; font: string; link: string | null; strike: boolean };

/** Words that follow one another in one face. */
function runsOf(inside: Inline[], look: Omit<Run, "text">): Run[] {
  return inside.flatMap((part): Run[] => {
    switch (part.kind) {
      case "text":
        return part.text === "" ? [] : [{ ...look, text: part.text }];
      case "break":
        return [{ ...look, text: "\n" }];
      case "link":
        return [
          ...runsOf(part.inside, { ...look, link: part.href }),
          // On paper nobody can look where a link leads.
          ...(leadsWhereItSays(part.inside, part.href) ? [] : [{ ...look, text: ` (${part.href})` }]),
        ];
      case "del":
        return runsOf(part.inside, { ...look, strike: true });
      default:
        return runsOf(part.inside, { ...look, font: dressed(look.font, part.kind) });
    }
  });
}

const leadsWhereItSays = (inside: Inline[], href: string) =>
  href.replace(/^(?:mailto|tel):/, "") === plainWords(inside);

const dressed = (font: string, kind: "strong" | "em") =>
  font === "words" || font === kind ? kind : "strong-em";

function drawWords(
  pen: Pen,
  inside: Inline[],
  { x, width }: Column,
  align: "left" | "right" | "center" = "left",
) {
  const runs = runsOf(inside, { font: "words", link: null, strike: false });
  makeRoom(pen, 2 * size);
  pen.fontSize(size).fillColor(ink.words);
  runs.forEach(({ text, font, link, strike }, place) => {
    const options = {
      width,
      align,
      lineGap: 3.5,
      continued: place < runs.length - 1,
      link,
      strike,
      underline: link !== null,
    };
    pen.font(font);
    if (place === 0) pen.text(text, x, pen.y, options);
    else pen.text(text, options);
  });
  pen.y += gap;
}

function listOf(
  pen: Pen,
  { ordered, start, items }: Extract<Block, { kind: "list" }>,
  column: Column,
): Element {
  const inner = { x: column.x + 22, width: column.width - 22 };
  const entries = items.map((blocks, at) =>
    group(pen, "LI", [
      element(pen, "Lbl", () => {
        makeRoom(pen, 2 * size);
        const y = pen.y;
        const label = ordered ? `${start + at}.` : "•";
        pen.font("words").fontSize(size).fillColor(ink.words).text(label, column.x, y, { width: 20 });
        pen.y = y;
      }),
      group(
        pen,
        "LBody",
        blocks.flatMap((block) => elementOf(pen, block, inner) ?? []),
      ),
    ]),
  );
  return group(pen, "L", entries);
}

type TableBlock = Extract<Block, { kind: "table" }>;

function tableOf(pen: Pen, { head, rows, align }: TableBlock, column: Column): Element {
  const width = column.width / Math.max(1, head.length);
  const drawRow = (cells: Inline[][], tag: "TH" | "TD") => {
    let [y, below] = [0, 0];
    return group(
      pen,
      "TR",
      cells.map((cell, at) =>
        element(pen, tag, () => {
          if (at === 0) {
            makeRoom(pen, Math.min(heightOf(pen, cells, width), endOf(pen) / 2));
            line(pen, column.x, column.width);
            y = pen.y + 6;
            below = y;
          }
          pen.y = y;
          const inside = tag === "TH" ? [{ kind: "strong" as const, inside: cell }] : cell;
          drawWords(pen, inside, { x: column.x + at * width, width: width - 10 }, align[at] ?? "left");
          below = Math.max(below, pen.y - gap + 6);
          pen.y = at === cells.length - 1 ? below : y;
        }),
      ),
    );
  };
  const all = [drawRow(head, "TH"), ...rows.map((row) => drawRow(row, "TD"))];
  return group(pen, "Table", all);
}

function heightOf(pen: Pen, cells: Inline[][], width: number): number {
  pen.font("strong").fontSize(size);
  return (
    12 +
    Math.max(
      ...cells.map((cell) => pen.heightOfString(plainWords(cell), { width: width - 10, lineGap: 3.5 })),
    )
  );
}
