import { useRef, useState } from "react";
import { type UploadEnd, uploadFile } from "@/components/job/upload-file";
import { hrefs } from "./hrefs";

export const mostPhotos = 8;

type State =
  | { state: "waiting" }
  | { state: "sending"; sentBytes: number }
  | { state: "sent"; id: string }
  | { state: "failed"; sentence: string };

export type Photo = { key: number; file: File } & State;

/**
 * Sends the chosen photos ahead of their form, one after the other; the form then carries their ids. What failed is said
 * at its photo, and chosen again by hand.
 */
export function usePhotos() {
  const [photos, setPhotos] = useState<Photo[]>([]);
  const line = useRef(Promise.resolve());
  const last = useRef(0);
  const removed = useRef(new Set<number>());
  const going = useRef<{ key: number; stop: () => void }>(undefined);

  const change = (key: number, to: State) =>
    setPhotos((all) => all.map((photo) => (photo.key === key ? { key, file: photo.file, ...to } : photo)));

  const send = async ({ key, file }: Photo) => {
    if (removed.current.has(key)) return;
    const upload = uploadFile(file, hrefs.stagePhoto, (sentBytes) =>
      change(key, { state: "sending", sentBytes }),
    );
    const end = await new Promise<UploadEnd | undefined>((resolve) => {
      const stop = () => {
        upload.stop();
        resolve(undefined);
      };
      going.current = { key, stop };
      void upload.ended.then(resolve);
    });
    if (end)
      change(key, end.ok ? { state: "sent", id: end.id } : { state: "failed", sentence: sentenceOf(end) });
  };

  const add = (files: File[]) => {
    const chosen = files.slice(0, mostPhotos - photos.length).map((file): Photo => {
      last.current += 1;
      return { key: last.current, file, state: "waiting" };
    });
    setPhotos((all) => [...all, ...chosen]);
    for (const photo of chosen) line.current = line.current.then(() => send(photo));
  };

  const remove = (key: number) => {
    removed.current.add(key);
    if (going.current?.key === key) going.current.stop();
    setPhotos((all) => all.filter((photo) => photo.key !== key));
  };

  const underWay = photos.some(({ state }) => state === "waiting" || state === "sending");
  return { photos, add, remove, underWay };
}

const sentenceOf = ({ noSignal, sentence }: UploadEnd & { ok: false }) =>
  noSignal ? "There is no connection. Remove it, and choose it again when there is one." : sentence;

export type Photos = ReturnType<typeof usePhotos>;
