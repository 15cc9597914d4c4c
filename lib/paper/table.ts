import { type Align, drawLine, type Line, lineHeight, linesOf, type Said } from "./lines";
import { decorate, endOf, type Face, ink, left, makeRoom, type Paper, part, rule, widthOf } from "./pen";

/** How wide a column is among the others, and how it is drawn. */
export type Column = {
  share: number;
  align?: Align;
  face?: Face;
  colour?: string;
  /** Whether each of its cells is the name of its row. */
  names?: boolean;
};

export type Table = { columns: Column[]; head?: Said[]; rows: Said[][] };

type Place = {
  x?: number;
  width?: number;
  size?: number;
  /** Over and under each row; half its size unless said. */
  pad?: number;
  /** Over which rows there is a line; over each unless said. */
  ruled?: (row: number) => boolean;
};
type Grid = {
  columns: (Column & { x: number; width: number })[];
  left: number;
  width: number;
  size: number;
  /** Of a line, and of the space over and under all of a row’s. */
  height: number;
  pad: number;
  isRuled: boolean;
};

const gutter = 10;

/**
 * A table whose head stands on every page that it reaches. A row that would not fit goes to the next page, and one that is
 * taller than half a page is broken: no cell of it is lost or drawn over.
 */
export function table(paper: Paper, { columns, head, rows }: Table, place: Place = {}): void {
  const grid = gridOf(paper, columns, place);
  const headLines = head && broken(paper, head, headed(grid));
  const isShort = headLines?.every(({ length }) => length <= 4);
  part(paper, "Table", () => {
    if (head) drawRow(paper, head, { grid: headed(grid), isHead: true });
    for (const [at, row] of rows.entries())
      drawRow(paper, row, {
        grid: { ...grid, isRuled: place.ruled?.(at) ?? true },
        isHead: false,
        above: isShort ? headLines : undefined,
      });
  });
  paper.pen.y += grid.pad;
}

type FactsLook = Place & { face?: Face };

/** Names and what is said of them, one under the other. */
export function facts(
  paper: Paper,
  rows: [name: string, said: Said][],
  { size = 9, face = "words", ...place }: FactsLook = {},
): void {
  const columns = [
    { share: 0.26, colour: ink.quiet, names: true },
    { share: 0.74, face },
  ];
  table(paper, { columns, rows }, { ...place, size });
}

function gridOf(paper: Paper, columns: Column[], place: Place): Grid {
  const { x: start = left, width = widthOf(paper), size = 10, pad = size / 2 } = place;
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let x = start;
  const placed = columns.map((column) => {
    const taken = (width * column.share) / shares;
    const at = { ...column, x, width: taken - gutter };
    x += taken;
    return at;
  });
  const last = placed.at(-1);
  // Nothing stands beside the last one: its right edge is the table’s.
  if (last) last.width += gutter;
  return { columns: placed, left: start, width, size, height: lineHeight(size), pad, isRuled: true };
}

const headed = (grid: Grid): Grid => ({
  ...grid,
  isRuled: true,
  columns: grid.columns.map((column) => ({ ...column, face: "strong", colour: ink.quiet })),
});

const broken = (paper: Paper, cells: Said[], { columns, size }: Grid): Line[][] =>
  columns.map(({ width, face = "words" }, at) => linesOf(paper, cells[at] ?? "", { width, size, face }));

type Row = { grid: Grid; isHead: boolean; above?: Line[][] | undefined };

function drawRow(paper: Paper, cells: Said[], { grid, isHead, above }: Row): void {
  const { pen } = paper;
  const lines = broken(paper, cells, grid);
  const count = Math.max(...lines.map(({ length }) => length));
  const { height, pad } = grid;
  const next = () => {
    pen.addPage();
    if (above) drawLines(paper, above, headed(grid));
  };
  // A head never stands alone at the foot of a page.
  const least = Math.min(count * height + 2 * pad, endOf(paper) / 2) + (isHead ? 3 * height : 0);
  if (isHead) makeRoom(paper, least);
  else if (pen.y + least > endOf(paper)) next();
  part(paper, "TR", () => {
    const parts = grid.columns.map(({ names }) => {
      const cell = pen.struct(isHead || names ? "TH" : "TD");
      paper.inside.add(cell);
      return cell;
    });
    for (let from = 0; from < count; ) {
      if (from > 0) next();
      const fitting = Math.max(1, Math.floor((endOf(paper) - pen.y - 2 * pad) / height));
      const here = lines.map((cell) => cell.slice(from, from + fitting));
      drawLines(paper, here, grid, parts);
      from += fitting;
    }
    for (const cell of parts) cell.end();
  });
}

/** Draws cells beside each other under a line: each within its part of the tree, or as decoration where it has none. */
function drawLines(
  paper: Paper,
  cells: Line[][],
  grid: Grid,
  parts: PDFKit.PDFStructureElement[] = [],
): void {
  const { pen } = paper;
  const { height, pad } = grid;
  const top = pen.y + pad;
  if (grid.isRuled) rule(paper, { x: grid.left, width: grid.width });
  cells.forEach((lines, at) => {
    const column = grid.columns[at];
    if (!column || lines.length === 0) return;
    const look = { colour: ink.words, ...column, size: grid.size };
    const draw = () => {
      lines.forEach((line, down) => {
        drawLine(paper, line, { ...look, y: top + down * height });
      });
    };
    const cell = parts[at];
    if (cell) cell.add(draw);
    else decorate(paper, draw);
  });
  pen.y = top + Math.max(1, ...cells.map(({ length }) => length)) * height + pad;
}
