import type { CountryCode } from "libphonenumber-js/max";
import type { StaffScope } from "@/lib/auth/scope";
import { changesOf } from "./client-changes";
import { readImport } from "./client-import";
import type { PlannedRow } from "./client-plan";

const rowsAtOnce = 200;

/** One page of a preview in words, beginning with the row at `from`; `next` is where the page after it begins. */
export async function previewView(scope: StaffScope, from: number) {
  const preview = await readImport(scope);
  if (!preview) return undefined;
  const { id, ignored, rows, country } = preview;
  const counts = { new: 0, changes: 0, same: 0, problem: 0 };
  for (const { kind } of rows) counts[kind] += 1;
  const shown = rows.slice(from, from + rowsAtOnce).map((row) => ({
    ...{ number: row.number, name: row.name, kind: row.kind },
    says: wordsOf(row, country),
  }));
  const next = from + rowsAtOnce < rows.length ? from + rowsAtOnce : null;
  return { id, ignored, counts, next, rows: shown };
}

function wordsOf(row: PlannedRow, country: CountryCode): string {
  if (row.kind === "problem") return row.sentence;
  if (row.kind !== "changes") return "";
  return changesOf(row.before, row.change, country)
    .map(({ field, from, to }) => `${field.charAt(0).toUpperCase()}${field.slice(1)}: ${from} → ${to}`)
    .join(" · ");
}

/** As much as a refused form is given back of one field. */
const mostGivenBack = 20_000;

/** The rows that were pasted into a refused form: all of them, or none where the end was cut off. */
export function pastedAgain(text: string): { pasted: string; isGone: boolean } {
  const isGone = text.length >= mostGivenBack;
  return { pasted: isGone ? "" : text, isGone };
}
