import { Check, X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { MeterBar } from "./meter-bar";
import { sizeWords } from "./upload-file";
import type { ChosenFile } from "./use-upload";

/** The file that was chosen: on its way, sent, or why not. */
export function UploadRow({ file, onRemove }: { file: ChosenFile; onRemove: () => void }) {
  return (
    <div className="rounded-phone border border-line-2 px-4 py-3">
      <div className="flex items-center gap-3.5">
        <Paper />
        <div className="min-w-0 flex-1">
          <p className="truncate text-17 font-550">{file.name}</p>
          <div aria-live="polite">
            <FileState file={file} />
          </div>
        </div>
        <IconButton
          label={`Remove ${file.name}`}
          icon={<X aria-hidden size={24} strokeWidth={2} />}
          onClick={onRemove}
          className="-mr-2.5 size-11"
        />
      </div>
      {file.state === "sending" && (
        <div className="mt-3">
          <MeterBar share={file.sentBytes / Math.max(1, file.size)} />
        </div>
      )}
    </div>
  );
}

function FileState({ file }: { file: ChosenFile }) {
  switch (file.state) {
    case "sending":
      return <p className="text-15 text-ink-2">Sending, {sizeWords(file.size, file.sentBytes)}</p>;
    case "sent":
      return (
        <p className="flex items-center gap-2 text-15 text-completed">
          <Check aria-hidden size={16} strokeWidth={2} />
          Sent, {sizeWords(file.size)}
        </p>
      );
    case "failed":
      return <p className="text-15 text-question">{file.sentence}</p>;
  }
}

/** A sheet of paper with a few lines on it. */
function Paper() {
  return (
    <svg aria-hidden="true" viewBox="0 0 44 56" width="44" height="56" className="shrink-0">
      <rect x=".5" y=".5" width="43" height="55" rx="5.5" className="fill-surface stroke-line-2" />
      <path
        d="M7 8h21M7 13h30M7 18h30M7 23h18"
        strokeWidth="2"
        strokeLinecap="round"
        className="stroke-line-2"
      />
      <path d="M26 34h11" strokeWidth="2" strokeLinecap="round" className="stroke-control" />
    </svg>
  );
}
