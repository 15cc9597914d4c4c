import { Picture } from "@/components/ui/picture";
import type { ReportPhoto } from "@/lib/reports/views";

/** What it looked like. A tap opens a photo at its full size. */
export function ReportPhotos({ photos, page }: { photos: ReportPhoto[]; page: string }) {
  if (photos.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="text-20 font-600">Photos</h2>
      <ul className="mt-3 grid grid-cols-2 gap-4 sm:grid-cols-3">
        {photos.map(({ id, fileId, caption }, place) => (
          <li key={id}>
            <figure>
              <a href={`${page}/files/${fileId}`} className="block">
                <Picture
                  src={`${page}/files/${fileId}`}
                  alt={caption ? `Photo: ${caption}` : `Photo ${place + 1} of the visit`}
                  loading="lazy"
                  className="aspect-square w-full rounded-phone border border-line object-cover"
                />
              </a>
              {caption && <figcaption className="mt-1.5 text-15 text-ink-2">{caption}</figcaption>}
            </figure>
          </li>
        ))}
      </ul>
    </section>
  );
}
