import { inPlace } from "@/components/ui/in-place";
import { Picture } from "@/components/ui/picture";
import type { ReportView } from "@/lib/reports/views";
import { hrefs } from "./hrefs";

/** A report as it was sent, or as whoever may only look sees its draft. */
export function ReportRecord({ report }: { report: ReportView }) {
  const { visited, doneBy, readings, photos } = report;
  const facts = [visited, doneBy && `by ${doneBy}`].filter(Boolean).join(", ");
  return (
    <div className="mt-2 grid gap-4 text-15">
      <p>{facts || <span className="text-ink-3">No visit was written down.</span>}</p>
      {readings.length > 0 && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-14">
          {inPlace(readings).map(({ place, thing: { name, value, unit, range } }) => (
            <div key={place} className="contents">
              <dt className="text-ink-2">{name}</dt>
              <dd>
                {[value, unit].filter(Boolean).join(" ")}
                {range && <span className="text-ink-3">, should be {range}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {photos.length > 0 && (
        <ul className="flex flex-wrap gap-3">
          {photos.map(({ id, fileId, caption }) => (
            <li key={id} className="w-32">
              <Picture
                src={hrefs.file(fileId)}
                alt={caption || "Photo of the visit"}
                className="aspect-square w-full rounded-control object-cover"
              />
              <p className="mt-1 text-13 text-ink-2">{caption}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
