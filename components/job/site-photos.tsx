import { Camera } from "lucide-react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import type { JobView } from "@/lib/work-orders/views";
import { PhotoStrip } from "./photo-strip";
import { Section } from "./section";

/** From the arrival on, the one that was tapped without signal too. An underscore would be a space, as in the bars. */
const onceThere = "hidden group-data-[shown$=SITE]/job:block group-data-[shown=COMPLETED]/job:block";

/** What was photographed there, and the way to add to it while the job takes files. */
export function SitePhotos({ job, token }: { job: JobView; token: string }) {
  const photos = job.photos.filter(({ fromContractor }) => fromContractor);
  return (
    <div className={photos.length > 0 ? "" : onceThere}>
      <Section heading="Photos from the job">
        <PhotoStrip photos={photos} token={token} />
        <div className={onceThere}>
          <AddPhotos token={token} />
        </div>
      </Section>
    </div>
  );
}

/** One tap with script: the outbox finds the form by `data-photos`. Without, or before it has come, there is a button. */
function AddPhotos({ token }: { token: string }) {
  return (
    <form
      method="post"
      action={`/j/${token}/photos`}
      encType="multipart/form-data"
      data-photos=""
      className="group/photos mt-3 transition-opacity data-sending:opacity-60"
    >
      <label
        className={`${buttonClass("secondary", "phone")} w-full flex-wrap has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent noscript:py-3`}
      >
        <Camera aria-hidden size={20} strokeWidth={2} />
        <span className="group-data-sending/photos:hidden">Add photos</span>
        <span className="hidden group-data-sending/photos:inline">Sending…</span>
        <input
          type="file"
          name="photos"
          multiple
          required
          accept="image/jpeg,image/png,image/webp,image/heic,.heic"
          aria-describedby="photos-hint"
          className="sr-only noscript:not-sr-only noscript:w-full noscript:text-14"
        />
      </label>
      <p id="photos-hint" className="mt-1.5 text-15 text-ink-2">
        Where they were taken is not kept.
        <span className="hidden noscript:inline"> Up to eight at a time, 15 MB together.</span>
      </p>
      <div className="mt-2 hidden noscript:block group-has-[input:valid]/photos:block">
        <Button size="phone" className="w-full">
          Send photos
        </Button>
      </div>
    </form>
  );
}
