import { Picture } from "@/components/ui/picture";
import type { JobView } from "@/lib/work-orders/views";

/** The photos of the job; a tap shows one whole. */
export function PhotoStrip({ photos, token }: { photos: JobView["photos"]; token: string }) {
  if (photos.length === 0) return null;
  return (
    <ul className="mt-4 grid grid-cols-3 gap-2">
      {photos.map((photo, at) => (
        <li key={photo.id}>
          <a href={`/j/${token}/files/${photo.id}`} className="block overflow-hidden rounded-phone bg-sunken">
            <Picture
              src={`/j/${token}/files/${photo.id}`}
              alt={photo.caption || `Photo ${at + 1} of the job`}
              width={222}
              height={222}
              loading="lazy"
              decoding="async"
              className="aspect-square w-full object-cover text-13 text-ink-3"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
