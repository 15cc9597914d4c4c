import { useEffect, useRef, useState } from "react";
import { type Upload, uploadFile } from "./upload-file";

export type ChosenFile = { name: string; size: number } & (
  | { state: "sending"; sentBytes: number }
  | { state: "sent"; id: string }
  | { state: "failed"; sentence: string; noSignal: boolean }
);

/**
 * Sends a file as soon as it is chosen. Until it has arrived its input keeps it, so that the form can still carry it;
 * then the input is emptied and the form carries the id. What found no signal is sent again when there is some.
 */
export function useUpload(token: string, keptId: string) {
  const [file, setFile] = useState<ChosenFile | null>(keptId ? fromBefore(keptId) : null);
  const input = useRef<HTMLInputElement>(null);
  const upload = useRef<Upload>(null);

  const send = async (chosen: File) => {
    const { name, size } = chosen;
    setFile({ name, size, state: "sending", sentBytes: 0 });
    const going = uploadFile(token, chosen, (sentBytes) => {
      if (upload.current === going) setFile({ name, size, state: "sending", sentBytes });
    });
    upload.current = going;
    const end = await going.ended;
    if (upload.current !== going) return;
    if (end.ok && input.current) input.current.value = "";
    setFile(end.ok ? { ...end, state: "sent" } : { name, size, state: "failed", ...end });
  };

  const choose = (from: HTMLInputElement) => {
    upload.current?.stop();
    if (input.current && input.current !== from) input.current.value = "";
    input.current = from;
    const [chosen] = Array.from(from.files ?? []);
    if (chosen) void send(chosen);
  };

  const remove = () => {
    upload.current?.stop();
    upload.current = null;
    if (input.current) input.current.value = "";
    setFile(null);
  };

  const waits = file?.state === "failed" && file.noSignal;
  useEffect(() => {
    if (!waits) return;
    const again = () => input.current && choose(input.current);
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  });

  return { file, choose, remove };
}

/** A form that came back knows only the id of what was sent with it. */
const fromBefore = (id: string): ChosenFile => ({ name: "Your invoice", size: 0, state: "sent", id });
