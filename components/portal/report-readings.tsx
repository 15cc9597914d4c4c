import { inPlace } from "@/components/ui/in-place";
import type { Reading } from "@/lib/reports/views";

/** What was measured: each value beside its name, and below that what it should be. */
export function ReportReadings({ readings }: { readings: Reading[] }) {
  if (readings.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 id="readings" className="text-20 font-600">
        Readings
      </h2>
      <table aria-labelledby="readings" className="mt-2 w-full border-t border-line text-left text-17">
        <thead className="sr-only">
          <tr>
            <th scope="col">What was measured</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-b border-line">
          {inPlace(readings).map(({ place, thing: { name, value, unit, range } }) => (
            <tr key={place}>
              <th scope="row" className="py-3 pr-4 align-top font-400">
                <span className="block font-500 wrap-anywhere">{name}</span>
                {range && (
                  <span className="block text-15 text-ink-2">
                    Should be {range} {unit}
                  </span>
                )}
              </th>
              <td className="py-3 text-right align-top font-550 whitespace-nowrap">
                {value} <span className="font-400 text-ink-2">{unit}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
