"use client";
// A client component because a signature is drawn with a pen, and shows in its place under the text as it is made.

import { Undo2 } from "lucide-react";
import { useId, useState, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { useTypedBefore } from "@/components/ui/as-found";
import { TextField } from "@/components/ui/field";
import { segment, segmentTrack } from "@/components/ui/segment-class";
import { previewId, SignatureMark, stroke } from "./contract-signature";
import { box } from "./strokes";
import { usePen } from "./use-pen";

type Kind = "typed" | "drawn";

type Props = {
  /** Whose signature it is. */
  name: string;
  /** What was typed or drawn, where the form was refused. */
  sent: { kind?: string; name?: string; path?: string } | undefined;
};

const never = () => () => {};
const ways: Record<Kind, string> = { typed: "Type", drawn: "Draw" };

/** Type or draw: both count the same. Without script a signature is typed. */
export function SignatureField({ name, sent }: Props) {
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [chosen, setChosen] = useState<Kind>(sent?.kind === "drawn" ? "drawn" : "typed");
  const [typed, setTyped] = useState(sent?.name ?? "");
  const [path, setPath] = useState(sent?.path ?? "");
  const [penIsMissing, setPenIsMissing] = useState(false);
  const field = useTypedBefore(setTyped);
  const kind = hasScript ? chosen : "typed";
  const signature =
    kind === "drawn" ? path && { kind, name, path } : typed.trim() && { kind, name: typed.trim() };
  return (
    <>
      {hasScript && <Ways kind={kind} onChoose={setChosen} />}
      {penIsMissing && (
        <p role="status" className="text-15 text-question">
          The pen couldn’t be loaded, so type your name. It counts the same.
        </p>
      )}
      {kind === "typed" ? (
        <TextField
          ref={field}
          id="signature-name"
          name="name"
          label="Type your full name"
          phone
          required
          maxLength={120}
          autoComplete="name"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="text-22! italic"
        />
      ) : (
        <DrawnField
          path={path}
          onDraw={setPath}
          onMissing={() => {
            setPenIsMissing(true);
            setChosen("typed");
          }}
        />
      )}
      {hasScript && signature && <Preview signature={signature} name={name} />}
    </>
  );
}

function Ways({ kind, onChoose }: { kind: Kind; onChoose: (kind: Kind) => void }) {
  return (
    <fieldset className="w-36">
      <legend className="sr-only">How you sign</legend>
      <div className={segmentTrack}>
        {(Object.keys(ways) as Kind[]).map((way) => (
          <label key={way} className={segment}>
            <input
              type="radio"
              name="kind"
              value={way}
              checked={kind === way}
              onChange={() => onChoose(way)}
              className="sr-only"
            />
            {ways[way]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The signature as it will stand, in its own place under the text. */
function Preview(props: Parameters<typeof SignatureMark>[0]) {
  const place = document.getElementById(previewId);
  return place && createPortal(<SignatureMark {...props} />, place);
}

function DrawnField(pen: Parameters<typeof usePen>[0]) {
  const { canvas, isHere, before, clear } = usePen(pen);
  const label = useId();
  return (
    <div>
      <div className="mb-2 flex items-end justify-between gap-4">
        <p id={label} className="text-17 font-550">
          Draw your signature
        </p>
        <button
          type="button"
          onClick={clear}
          className="-my-2 inline-flex min-h-11 items-center gap-2 text-15 font-500 text-brand"
        >
          <Undo2 aria-hidden size={16} strokeWidth={1.75} />
          Clear
        </button>
      </div>
      <div className="relative">
        <span
          aria-hidden
          className="pointer-events-none absolute inset-x-6 bottom-[26%] border-b border-line-2"
        />
        <canvas
          ref={canvas}
          role="img"
          aria-labelledby={label}
          className="field-box aspect-3/1 w-full touch-none rounded-phone bg-paper! text-signature"
        />
        {!isHere && (
          <p className="pointer-events-none absolute inset-x-6 top-4 text-15 text-ink-2">One moment…</p>
        )}
        {before && (
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${box.width} ${box.height}`}
            className="pointer-events-none absolute inset-0 size-full text-signature"
          >
            <path d={before} {...stroke} />
          </svg>
        )}
      </div>
      <input type="hidden" name="path" value={pen.path} />
      <p className="mt-1.5 text-15 text-ink-3">
        With a finger, a pen or a mouse. Typing your name counts the same.
      </p>
    </div>
  );
}
