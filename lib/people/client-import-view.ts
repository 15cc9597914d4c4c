import type { StaffScope } from "@/lib/auth/scope";
import { addressWords } from "./client-addresses";
import { readImport } from "./client-import";
import { type PlannedRow, peopleFields } from "./client-plan";

const rowsAtOnce = 200;

/** One page of a preview in words, beginning with the row at `from`; `next` is where the page after it begins. */
export async function previewView(scope: StaffScope, from: number) {
  const preview = await readImport(scope);
  if (!preview) return undefined;
  const { id, ignored, rows } = preview;
  const counts = { new: 0, changes: 0, same: 0, problem: 0 };
  for (const { kind } of rows) counts[kind] += 1;
  const shown = rows.slice(from, from + rowsAtOnce).map((row) => ({
    ...{ number: row.number, name: row.name, kind: row.kind },
    says: wordsOf(row),
  }));
  const next = from + rowsAtOnce < rows.length ? from + rowsAtOnce : null;
  return { id, ignored, counts, next, rows: shown };
}

const fieldNames: Record<(typeof peopleFields)[number], string> = {
  name: "Name",
  email: "Email",
  phone: "Phone",
  partnerName: "Partner",
  partnerEmail: "Partner’s email",
  partnerPhone: "Partner’s phone",
};

function wordsOf(row: PlannedRow): string {
  if (row.kind === "problem") return row.sentence;
  if (row.kind !== "changes") return "";
  const { before, change } = row;
  return peopleFields
    .filter((field) => field in change)
    .map((field) => `${fieldNames[field]}: ${shown(field, before[field])} → ${shown(field, change[field])}`)
    .join(" · ");
}

const shown = (field: (typeof peopleFields)[number], value: string | null | undefined) =>
  !value ? "none" : /phone/i.test(field) ? addressWords(value) : value;
