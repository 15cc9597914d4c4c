import { done, type Outcome, refuse } from "@/lib/outcome";

/** What a column of a pasted table may be, and what its first row may call it. */
const called = {
  number: ["no", "nr", "number", "line", "pos", "ref", "item no", "line no", ""],
  group: ["group", "section", "area", "room", "category", "trade", "heading"],
  words: [
    "item",
    "description",
    "what",
    "what is done",
    "work",
    "scope",
    "task",
    "title",
    "name",
    "words",
    "details",
  ],
  quantity: ["quantity", "qty", "count"],
  unit: ["unit", "units", "uom"],
  price: ["price", "unit price", "rate", "price each", "each", "unit cost"],
  total: ["total", "amount", "line total", "sum", "total price", "cost"],
} as const;

export type Column = keyof typeof called;

/** How the columns are called in the words of a page. */
export const columnNames = "No., Group, Item, Quantity, Unit, Price, Total";

/**
 * Which column each cell of a table's first row names; null for a column without a name. Refuses a name that is none of
 * ours, the same column twice, and a table without words or without an amount.
 */
export function namedColumns(row: string[]): Outcome<(Column | null)[]> {
  const columns: (Column | null)[] = [];
  for (const cell of row) {
    const column = columnOf(cell);
    if (column === undefined) return refuse("invalid", { sentence: unknown(cell) });
    if (column !== null && columns.includes(column)) return refuse("invalid", { sentence: twice(cell) });
    columns.push(column);
  }
  const isWhole = columns.includes("words") && (columns.includes("total") || columns.includes("price"));
  return isWhole ? done(columns) : refuse("invalid", { sentence: notWhole });
}

/** Nothing for a cell that is empty; undefined for a name that is none of ours. “Price ($)” is “Price”. */
function columnOf(cell: string): Column | null | undefined {
  if (cell === "") return null;
  const name = cell
    .toLowerCase()
    .replace(/\(.*\)|[.:#$]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return (Object.keys(called) as Column[]).find((column) =>
    (called[column] as readonly string[]).includes(name),
  );
}

const unknown = (cell: string) =>
  `The first row has “${cell.slice(0, 40)}” in it, which is no column that can be read. Take it out, or name it one of these: ${columnNames}.`;
const twice = (cell: string) =>
  `The first row names “${cell.slice(0, 40)}” twice over. Take one of them out.`;
const notWhole = `The first row names no column for what is done, or none for its amount. Name the columns ${columnNames}.`;
