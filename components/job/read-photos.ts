import type { PhotosTap } from "./outbox-store";
import { clockIn, type Place } from "./wall-time";

/** What the server takes at once. */
export const mostAtOnce = { photos: 8, bytes: 15 * 1024 * 1024 };

/** The photos that were chosen in a form, as taps made now: as few as the server's limits allow. */
export function readPhotos(form: HTMLFormElement, token: string, place: Place): PhotosTap[] {
  const chosen = new FormData(form)
    .getAll("photos")
    .filter((photo): photo is File => photo instanceof File && photo.size > 0);
  const at = new Date().toISOString();
  return batchesOf(chosen).map((photos) => ({
    key: crypto.randomUUID(),
    token,
    at,
    clock: clockIn(place, at),
    action: "PHOTOS",
    photos,
    words: photos.length === 1 ? "1 photo" : `${photos.length} photos`,
  }));
}

/** One that is too large by itself goes alone, so that the server's answer is about it and no other. */
export function batchesOf<Photo extends { size: number }>(photos: Photo[]): Photo[][] {
  const batches: Photo[][] = [];
  for (const photo of photos) {
    const last = batches.at(-1);
    const fits = last && last.length < mostAtOnce.photos && bytesOf([...last, photo]) <= mostAtOnce.bytes;
    if (fits) last.push(photo);
    else batches.push([photo]);
  }
  return batches;
}

export const bytesOf = (photos: { size: number }[]) => photos.reduce((sum, { size }) => sum + size, 0);
