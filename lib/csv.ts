import Papa from "papaparse";
import { rfc3339 } from "./dates";
import { typedAmount } from "./money";

/** Files that spreadsheets open. */

/**
 * What a spreadsheet would take for a formula begins so: an apostrophe before it makes it a text again (ASVS 1.2.10). An
 * amount below nothing is none.
 */
const formula = /^(?!-\d+\.\d\d$)[=+\-@\t\r\0]/;

/** By it a spreadsheet knows that the file is UTF-8. */
const byteOrderMark = "\ufeff";

/** Rows as lines of a CSV, each with its end. */
export const csvOf = (rows: string[][]): string =>
  `${Papa.unparse(rows, { escapeFormulae: formula, newline: "\r\n" })}\r\n`;

/** `-418.00`: with a point, a plain minus and without a symbol, whatever the business's own way is. */
export const decimalCell = (cents: number): string => typedAmount(cents).replace("−", "-");

/** An instant in UTC, `2026-05-13T04:30:00Z`; nothing where there is none. */
export const instantCell = (at: string | null): string =>
  at ? rfc3339(new Date(at), "UTC").replace("+00:00", "Z") : "";

/**
 * A CSV that is made while it is taken: its columns, then page after page, each read when the one before was taken.
 *
 * @param pages reads the page that follows the one given, the first without one; nothing is after the last
 * @param rowOf one row as its cells
 */
export function csvStream<Row>(
  columns: string[],
  pages: (before: Row[] | undefined) => Promise<Row[]>,
  rowOf: (row: Row) => string[],
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let page: Row[] | undefined;
  return new ReadableStream({
    start: (file) => file.enqueue(encoder.encode(byteOrderMark + csvOf([columns]))),
    async pull(file) {
      page = await pages(page);
      if (page.length === 0) return file.close();
      file.enqueue(encoder.encode(csvOf(page.map(rowOf))));
    },
  });
}
