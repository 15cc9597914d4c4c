import { useEffect, useRef, useState } from "react";
import type { StagedFile } from "@/lib/work-orders/views";
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
export function useUpload(token: string, before: StagedFile | undefined) {
  const [file, setFile] = useState<ChosenFile | null>(before ? { ...before, state: "sent" } : null);
  const input = useRef<HTMLInputElement>(null);
  const upload = useRef<Upload>(null);

  const send = async (chosen: File) => {
    const { name, size } = chosen;
    setFile({ name, size, state: "sending", sentBytes: 0 });
    const going = uploadFile(chosen, `/j/${token}/files`, (sentBytes) => {
      if (upload.current === going) setFile({ name, size, state: "sending", sentBytes });
    });
    upload.current = going;
    const end = await going.ended;
    if (upload.current !== going) return;
    setFile(end.ok ? { ...end, state: "sent" } : { name, size, state: "failed", ...end });
  };

  // Not sooner: between an input that is empty and an id that is not in the form yet, somebody may send it.
  const arrived = file?.state === "sent";
  useEffect(() => {
    if (arrived && input.current) input.current.value = "";
  }, [arrived]);

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
