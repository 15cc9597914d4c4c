import { readAmount } from "@/lib/money";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { type Column, namedColumns } from "@/lib/scopes/paste-columns";
import { pastedRows } from "@/lib/scopes/paste-rows";
import { readQuantity } from "./typed";

export type Pasted = { words: string; quantityMilli: number; unit: string; unitCents: number };

type Cells = Partial<Record<Column, string>>;

/**
 * Reads a table as a spreadsheet copies it, a row a line. Where its first row names the columns, each is what it is called;
 * where none does, a row is words and price, or words, quantity and price, or words, quantity, unit and price. A row of one
 * cell, and one of totals, is left out. Refuses by its place a row that can't be read.
 */
export function readPasted(text: string): Outcome<Pasted[]> {
  const rows = pastedRows(text);
  const first = rows.findIndex((row) => filled(row).length > 1);
  const isNamed = readAmount(filled(rows[first] ?? []).at(-1) ?? "") === undefined;
  const named = isNamed ? namedColumns(rows[first] ?? []) : done(null);
  if (!named.ok) return unread(named.detail.sentence ?? "");
  const lines: Pasted[] = [];
  for (const [at, row] of rows.entries()) {
    if (filled(row).length < 2 || (isNamed && at <= first)) continue;
    const line = readRow(named.value ? byName(named.value, row) : byShape(filled(row)));
    if (typeof line === "string") return unread(`Row ${at + 1} ${line}`);
    if (line) lines.push(line);
  }
  return lines.length > 0 ? done(lines) : unread(nothing);
}

const filled = (row: string[]) => row.filter((cell) => cell !== "");

const unread = (sentence: string) =>
  refuse("invalid", { field: "pasted", fields: { pasted: sentence }, sentence });

const nothing =
  "There is no row with a price in it. Copy the rows from a spreadsheet: what it is, and its price in the column after it.";

const byName = (columns: (Column | null)[], row: string[]): Cells =>
  Object.fromEntries(row.flatMap((cell, at) => (columns[at] && cell ? [[columns[at], cell]] : [])));

function byShape([words = "", ...more]: string[]): Cells | string {
  const [second = "", third = "", fourth = ""] = more;
  if (more.length === 1) return { words, price: second };
  if (more.length === 2) return { words, quantity: second, price: third };
  if (more.length === 3) return { words, quantity: second, unit: third, price: fourth };
  return "has more columns than can be told apart. Name them in the first row: Item, Quantity, Unit, Price.";
}

const isTotal = /^(grand |sub-?)?\s?totals?:?$/i;

/** One row as a line; nothing for one of totals; in words, why it is none. */
function readRow(cells: Cells | string): Pasted | string | null {
  if (typeof cells === "string") return cells;
  const { words = "", quantity = "", unit = "", price, total = "" } = cells;
  if (isTotal.test(words)) return null;
  if (words === "") return "has a price and doesn’t say what for. Write it into its row.";
  if (words.length > 500 || unit.length > 30) return "is too long: words have at most 500 characters.";
  const unitCents = readAmount(price ?? total);
  const quantityMilli = readQuantity(price === undefined ? "" : quantity);
  if (unitCents === undefined) return `has “${(price ?? total).slice(0, 40)}”, which isn’t a price.`;
  if (quantityMilli === undefined) return `has “${quantity.slice(0, 40)}”, which isn’t a quantity.`;
  return { words, quantityMilli, unit: price === undefined ? "" : unit, unitCents };
}
