import { useEffect, useEffectEvent, useRef, useState } from "react";
import { pathOf } from "./strokes";

type Pad = import("signature_pad").default;

type Pen = {
  /** What was drawn so far. */
  path: string;
  onDraw: (path: string) => void;
  /** Where there is nothing to draw with. */
  onMissing: () => void;
};

/**
 * A pen on a canvas, and what is drawn with it as one path. What was drawn before the pen came, or before the canvas took
 * another width, is `before`: it stays, and is drawn on.
 */
export function usePen({ path, onDraw, onMissing }: Pen) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<Pad>(undefined);
  const [isHere, setIsHere] = useState(false);
  const [before, setBefore] = useState(path);
  const begun = useRef(path);
  const write = useEffectEvent(onDraw);
  const missing = useEffectEvent(onMissing);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    let gone = false;
    let width = 0;
    const drawn = () => {
      const strokes = pad.current?.toData().map(({ points }) => points) ?? [];
      return [begun.current, pathOf(strokes, width)].filter(Boolean).join(" ");
    };
    const refit = () => {
      if (!pad.current || element.clientWidth === width) return;
      begun.current = drawn();
      setBefore(begun.current);
      write(begun.current);
      width = element.clientWidth;
      sharpen(element, pad.current);
    };
    const turning = new ResizeObserver(refit);
    // The pen is fetched by who draws, and by nobody else.
    import("signature_pad")
      .then(({ default: SignaturePad }) => {
        if (gone) return;
        pad.current = new SignaturePad(element, { penColor: getComputedStyle(element).color });
        pad.current.addEventListener("endStroke", () => write(drawn()));
        refit();
        turning.observe(element);
        setIsHere(true);
      })
      .catch(() => {
        if (!gone) missing();
      });
    return () => {
      gone = true;
      turning.disconnect();
      pad.current?.off();
    };
  }, []);
  const clear = () => {
    pad.current?.clear();
    begun.current = "";
    setBefore("");
    onDraw("");
  };
  return { canvas, isHere, before, clear };
}

/** As many points as the screen has, so that the ink is sharp. */
function sharpen(element: HTMLCanvasElement, pen: Pad) {
  const ratio = Math.max(1, window.devicePixelRatio);
  element.width = element.clientWidth * ratio;
  element.height = element.clientHeight * ratio;
  element.getContext("2d")?.scale(ratio, ratio);
  pen.clear();
}
