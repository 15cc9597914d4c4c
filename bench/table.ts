import { median, ratio } from "./measure";

/** One comparison: what was done, by whom how fast, and what the design asks for. */
export type Row = {
  id: string;
  work: string;
  ours: string;
  comparedWith: string;
  theirs: string;
  ratio: string;
  mustReach: string;
  reached: boolean;
};

type Compared = { name: string; ours: number[]; theirs: number[]; atLeast: number };

/** A row of rates: how many a second of ours to theirs, and at least how many times theirs it must be. */
export function rateRow(id: string, work: string, { name, ours, theirs, atLeast }: Compared): Row {
  const times = ratio(ours, theirs);
  return {
    id,
    work,
    ours: aSecond(median(ours)),
    comparedWith: name,
    theirs: aSecond(median(theirs)),
    ratio: `${times.toFixed(2)} ×`,
    mustReach: `≥ ${atLeast} ×`,
    reached: times >= atLeast,
  };
}

const aSecond = (rate: number) => `${Math.round(rate).toLocaleString("en-AU")}/s`;

/** Prints the table, for people: the last column says whether the mark was reached. */
export function print(rows: Row[]): void {
  const lines = [
    ["", "work", "this product", "compared with", "", "ratio", "must reach", ""],
    ...rows.map((row) => [
      row.id,
      row.work,
      row.ours,
      row.comparedWith,
      row.theirs,
      row.ratio,
      row.mustReach,
      row.reached ? "✓" : "✗",
    ]),
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  console.log();
  for (const line of lines)
    console.log(line.map((cell, column) => cell.padEnd(widths?.[column] ?? 0)).join("  "));
  console.log("\nRatios count; what a second brings depends on the machine and on who else uses it.");
}
