import { done, type Outcome, refuse } from "@/lib/outcome";
import { readAmount } from "./amount";
import type { ScopeLine } from "./views";

type Pasted = Omit<ScopeLine, "key">;

/**
 * Reads a table as a spreadsheet copies it, a row a line: words and amount, with the group before them if it likes. A row
 * of one cell is a heading for those that follow; numbers before the words are left out, and so is a first row that names
 * the columns. Refuses a row whose last cell is no amount, by its place.
 */
export function readPasted(text: string, group: string): Outcome<Pasted[]> {
  const rows = text
    .split(/\r?\n/)
    .map((row) => row.split("\t").map((cell) => cell.trim()))
    .map((cells) => cells.filter((cell) => cell !== ""));
  const lines: Pasted[] = [];
  let heading = group;
  for (const [place, cells] of rows.entries()) {
    const [only, ...more] = withoutNumber(cells);
    if (only === undefined) continue;
    const last = more.at(-1);
    if (last === undefined) {
      heading = only.slice(0, 120);
      continue;
    }
    const amountCents = readAmount(last);
    if (amountCents === undefined && place === 0) continue;
    if (amountCents === undefined)
      return refuse("invalid", { field: "pasted", sentence: noAmount(place, last) });
    const words = more.length > 1 ? (more.at(-2) ?? "") : only;
    lines.push({
      group: more.length > 1 ? only.slice(0, 120) : heading,
      words: words.slice(0, 500),
      amountCents,
    });
  }
  return done(lines);
}

const withoutNumber = (cells: string[]) =>
  cells.length > 1 && /^\d+(?:\.\d+)*\.?$/.test(cells[0] ?? "") && cells.length > 2 ? cells.slice(1) : cells;

const noAmount = (place: number, cell: string) =>
  `Row ${place + 1} ends in “${cell.slice(0, 40)}”, which isn’t an amount. Put the amount into the last column.`;
