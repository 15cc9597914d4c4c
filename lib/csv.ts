import Papa from "papaparse";

/** Files that spreadsheets open. */

/** What a spreadsheet would take for a formula begins so: an apostrophe before it makes it a text again (ASVS 1.2.10). */
const formula = /^[=+\-@\t\r\0]/;

/** By it a spreadsheet knows that the file is UTF-8. */
const byteOrderMark = "\ufeff";

/** Rows as lines of a CSV, each with its end. */
export const csvOf = (rows: string[][]): string =>
  `${Papa.unparse(rows, { escapeFormulae: formula, newline: "\r\n" })}\r\n`;

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
