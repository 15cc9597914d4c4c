/** A cell between quotes, as a spreadsheet copies one that has lines of its own; a quote within it is doubled. */
const quoted = /(?<=^|[\t\n])"((?:[^"\t]|"")+)"(?=[\t\n]|$)/g;

/** The cells of a table as a spreadsheet copies it, a row a line. The lines of one cell are words of one line. */
export const pastedRows = (text: string): string[][] =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(quoted, (cell, inner: string) =>
      inner.includes("\n") ? inner.replaceAll('""', '"').replace(/\s+/g, " ") : cell,
    )
    .split("\n")
    .map((row) => row.split("\t").map((cell) => cell.trim()));
