import { inPlace } from "@/components/ui/in-place";
import type { Reading } from "@/lib/reports/views";

const columns = [
  { field: "readingName", of: "name", label: "What", most: 80, example: "Chlorine" },
  { field: "readingValue", of: "value", label: "Value", most: 40, example: "2.1" },
  { field: "readingUnit", of: "unit", label: "Unit", most: 40, example: "ppm" },
  { field: "readingRange", of: "range", label: "Should be", most: 80, example: "1 to 3" },
] as const;

/** Rows to spare: they count once something stands in them, and saving makes room for more. */
const spare = 3;

/** What was measured, a row each. */
export function ReportReadingRows({ readings }: { readings: Reading[] }) {
  const rows = Array.from({ length: Math.min(readings.length + spare, 40) }, (_, row) => readings[row]);
  return (
    <table className="w-full text-left max-md:block">
      <caption className="pb-2 text-left text-13 font-500 max-md:block">Readings</caption>
      <thead className="max-md:sr-only">
        <tr>
          {columns.map(({ field, label }) => (
            <th key={field} scope="col" className="pr-2 pb-1.5 text-12 font-500 text-ink-3">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {inPlace(rows).map(({ place: row, thing: reading }) => (
          <tr key={row} className="max-md:grid max-md:grid-cols-2 max-md:gap-2 max-md:py-2">
            {columns.map(({ field, of, label, most, example }) => (
              <td key={field} className="p-0 md:pr-2 md:pb-2">
                <input
                  name={field}
                  aria-label={`${label}, reading ${row + 1}`}
                  maxLength={most}
                  autoComplete="off"
                  placeholder={row === 0 && !reading ? example : label}
                  defaultValue={reading?.[of] ?? ""}
                  className="field-box min-h-9 w-full rounded-control px-3 text-14 md:placeholder:text-transparent md:[tr:first-child_&]:placeholder:text-ink-3 pointer-coarse:min-h-11 pointer-coarse:text-16"
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
