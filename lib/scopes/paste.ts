import { readAmount } from "@/lib/money";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { type Column, columnNames, namedColumns } from "./paste-columns";
import { pastedRows } from "./paste-rows";
import type { ScopeLine } from "./views";

type Pasted = Omit<ScopeLine, "key">;

/** What a row holds, as it was typed; an empty cell is not there. */
type Cells = Partial<Record<Column, string>>;

/**
 * Reads a table as a spreadsheet copies it, a row a line. Where its first row names the columns, each is what it is called;
 * where none does, a row is its words and its amount, with a number or the group before them if it likes, or words,
 * quantity, unit, price and total where those add up. A row of one cell is a heading for those that follow, and a row of
 * totals is left out. Refuses, by its place, a row that could be read in two ways or in none.
 */
export function readPasted(text: string, group: string): Outcome<Pasted[]> {
  const rows = pastedRows(text);
  const first = rows.findIndex((row) => filled(row).length > 0);
  const named = namesIn(rows[first] ?? []);
  if (!named.ok) return named;
  const lines: Pasted[] = [];
  let heading = group;
  for (const [at, row] of rows.entries()) {
    const all = filled(row);
    if (all.length === 0 || (named.value && at === first)) continue;
    const title = headingOf(all);
    if (title !== undefined) {
      heading = title;
      continue;
    }
    const read = readRow(named.value ? byName(named.value, row) : byShape(all), heading);
    if (typeof read === "string") return unread(`Row ${at + 1} ${read}`);
    if (read) lines.push(read);
  }
  return lines.length > 0 ? done(lines) : unread(nothing);
}

const unread = (sentence: string) =>
  refuse("invalid", { field: "pasted", fields: { pasted: sentence }, sentence });

const nothing =
  "There is no row with an amount in it. Copy the rows from a spreadsheet: what is done, and its amount in the column after it.";

const filled = (row: string[]) => row.filter((cell) => cell !== "");

const isNumber = (cell: string) => /^\d+(?:\.\d+)*\.?$/.test(cell);

const amountIn = (cell: string): number | undefined =>
  readAmount(/^\(.*\)$/.test(cell) ? `-${cell.slice(1, -1)}` : cell);

/** The columns by their names, where the first row has no amount in its last cell and is no heading. */
function namesIn(row: string[]): Outcome<(Column | null)[] | null> {
  const last = filled(row).at(-1);
  if (last === undefined || headingOf(filled(row)) !== undefined || amountIn(last) !== undefined)
    return done(null);
  const named = namedColumns(row);
  return named.ok ? named : unread(named.detail.sentence ?? "");
}

/** A row of one cell, or of a whole number and what it numbers: “1.3” is a line’s. */
function headingOf(all: string[]): string | undefined {
  const [first = "", second] = all;
  if (second === undefined) return first;
  return all.length === 2 && /^\d+\.?$/.test(first) && amountIn(second) === undefined ? second : undefined;
}

/** What stands in a column without a name may only number the row, before all others; in words, what else does. */
function byName(columns: (Column | null)[], row: string[]): Cells | string {
  const stray = row.find((cell, at) => cell !== "" && !columns[at] && (at > 0 || !isNumber(cell)));
  if (stray !== undefined)
    return `has “${stray.slice(0, 40)}” in a column that the first row doesn’t name. ${nameThem}`;
  return Object.fromEntries(
    row.flatMap((cell, at) => (columns[at] && cell !== "" ? [[columns[at], cell]] : [])),
  );
}

/** What the cells of a row are by how many there are, and which of them are amounts; in words, why that can’t be told. */
function byShape(all: string[]): Cells | string {
  const [words = "", ...more] = all.length > 2 && isNumber(all[0] ?? "") ? all.slice(1) : all;
  const total = more.at(-1) ?? "";
  if (amountIn(total) === undefined)
    return `ends in “${total.slice(0, 40)}”, which isn’t an amount. Put the amount into the last column.`;
  const [second = "", third = ""] = more;
  if (more.length === 1) return { words, total };
  if (more.length === 2 && amountIn(second) === undefined) return { group: words, words: second, total };
  const price = more.at(-2) ?? "";
  const unit = more.length === 4 ? third : "";
  const cells = { words, quantity: second, ...(unit && { unit }), price, total };
  const isWhole = more.length === 3 || (more.length === 4 && amountIn(unit) === undefined);
  return isWhole && addsUp(cells)
    ? cells
    : `has ${all.length} columns, and which is which can’t be told. ${nameThem}`;
}

const nameThem = `Name the columns in the first row: ${columnNames}.`;

/** In thousandths, as spreadsheets count hours and feet. */
function quantityIn(cell: string): number | undefined {
  const text = cell.replaceAll(",", "");
  return /^\d{1,7}(?:\.\d{1,3})?$/.test(text) ? Math.round(Number(text) * 1000) : undefined;
}

/** So many times the price, in whole cents. */
function timesPrice({ quantity = "", price = "" }: Cells): number | undefined {
  const [thousandths, cents] = [quantityIn(quantity), amountIn(price)];
  return thousandths === undefined || cents === undefined
    ? undefined
    : Math.round((thousandths * cents) / 1000);
}

const addsUp = (cells: Cells) => timesPrice(cells) === amountIn(cells.total ?? "");

const isTotal = /^(grand |sub-?)?\s?totals?:?$/i;

/** One row as a line; nothing for one of totals; in words, why it is none. */
function readRow(cells: Cells | string, heading: string): Pasted | string | null {
  if (typeof cells === "string") return cells;
  const { group = heading, words = "", quantity, unit } = cells;
  if (isTotal.test(words)) return null;
  if (words === "") return "has an amount and doesn’t say what for. Write it into its row.";
  const amountCents = centsOf(cells);
  if (typeof amountCents === "string") return amountCents;
  const counted =
    quantity && (quantity !== "1" || unit) ? `${words}, ${quantity}${unit ? ` ${unit}` : ""}` : words;
  if (counted.length > 500 || group.length > 120)
    return "is too long: a line has at most 500 characters, and a heading 120. Shorten it.";
  return { group, words: counted, amountCents };
}

/** What a row comes to: its total, or so many times its price; in words, why that can’t be told. */
function centsOf(cells: Cells): number | string {
  const { quantity, price, total } = cells;
  const amount = total ?? price;
  if (amount === undefined) return "has no amount. Write one, 0 where it costs nothing.";
  const cents = total === undefined && quantity !== undefined ? timesPrice(cells) : amountIn(amount);
  if (cents !== undefined) return cents;
  const wrong = amountIn(amount) === undefined ? amount : (quantity ?? "");
  return `has “${wrong.slice(0, 40)}”, which isn’t ${wrong === amount ? "an amount" : "a quantity"}. Write it as a number alone.`;
}
