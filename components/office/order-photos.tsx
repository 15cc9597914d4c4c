import { Check, X } from "lucide-react";
import { sizeWords } from "@/components/job/upload-file";
import { useAsFound } from "@/components/ui/as-found";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { PhotoInput } from "./photo-input";
import { mostPhotos, type Photo, type Photos } from "./use-photos";

/**
 * Pictures of the problem, for whoever gets the job. Each is sent as soon as it is chosen, so the form carries ids and
 * never the files: its input has no name.
 */
export function OrderPhotos({ photos, add, remove, error }: Photos & { error: string | undefined }) {
  const take = (input: HTMLInputElement) => {
    if (!input.files?.length) return;
    add(Array.from(input.files));
    input.value = "";
  };
  const field = useAsFound(take);
  return (
    <>
      <div className="grid gap-2 noscript:hidden">
        <Field
          id="order-photos"
          label="Photos"
          aside="Optional"
          error={error}
          hint="Up to eight at a time, JPEG, PNG, HEIC or WebP, 15 MB each. Where they were taken is not kept."
        >
          <PhotoInput
            ref={field}
            id="order-photos"
            multiple
            disabled={photos.length >= mostPhotos}
            onChange={({ currentTarget }) => take(currentTarget)}
            aria-describedby="order-photos-hint"
          />
        </Field>
        {photos.length > 0 && (
          <ul aria-live="polite" className="divide-y divide-line rounded-control border border-line">
            {photos.map((photo) => (
              <PhotoRow key={photo.key} photo={photo} onRemove={() => remove(photo.key)} />
            ))}
          </ul>
        )}
      </div>
      <p className="hidden text-13 text-ink-3 noscript:block">
        Photos are added one at a time, on the order’s Edit page, once the order is saved.
      </p>
    </>
  );
}

function PhotoRow({ photo, onRemove }: { photo: Photo; onRemove: () => void }) {
  return (
    <li className="flex items-center gap-3 py-1 pr-1 pl-3 text-14">
      <span className="min-w-0 flex-1 truncate">{photo.file.name}</span>
      <PhotoState photo={photo} />
      {photo.state === "sent" && <input type="hidden" name="photoIds" value={photo.id} />}
      <IconButton label={`Remove ${photo.file.name}`} icon={<X aria-hidden size={16} />} onClick={onRemove} />
    </li>
  );
}

function PhotoState({ photo }: { photo: Photo }) {
  switch (photo.state) {
    case "waiting":
      return <span className="text-13 text-ink-3">Waiting</span>;
    case "sending":
      return (
        <span className="text-13 text-ink-3">Sending, {sizeWords(photo.file.size, photo.sentBytes)}</span>
      );
    case "sent":
      return (
        <span className="flex items-center gap-1.5 text-13 text-completed">
          <Check aria-hidden size={14} strokeWidth={2} /> Sent
        </span>
      );
    case "failed":
      return <span className="text-13 text-question">{photo.sentence}</span>;
  }
}
