import { Button } from "@/components/ui/button";
import { Picture } from "@/components/ui/picture";
import type { ReportPhoto } from "@/lib/reports/views";
import { hrefs } from "./hrefs";

/** The photos of a draft: what each shows, and the way to take it out again. */
export function ReportPhotoRows({ photos }: { photos: ReportPhoto[] }) {
  return (
    <fieldset className="min-w-0">
      <legend className="pb-2 text-13 font-500">Photos</legend>
      <ul className="divide-y divide-line border-y border-line">
        {photos.map(({ id, fileId, caption }, place) => (
          <li key={id} className="flex flex-wrap items-center gap-3 py-2.5">
            <Picture src={hrefs.file(fileId)} alt="" className="size-16 rounded-control object-cover" />
            <input type="hidden" name="photoId" value={id} />
            <input
              name="caption"
              aria-label={`What photo ${place + 1} shows`}
              placeholder="What it shows"
              maxLength={160}
              autoComplete="off"
              defaultValue={caption}
              className="field-box min-h-9 min-w-40 flex-1 rounded-control px-3 text-14 pointer-coarse:min-h-11 pointer-coarse:text-16"
            />
            <Button kind="quiet" name="drop" value={id} aria-label={`Take out photo ${place + 1}`}>
              Take out
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
