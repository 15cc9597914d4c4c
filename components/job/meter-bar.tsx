import { useId } from "react";

type MeterBarProps = {
  /** How full, 0 to 1. */
  share: number;
  /** From here on, 0 to 1, it is too much; 1 or nothing where it is not. */
  limit?: number;
  tall?: boolean;
};

/** A bar that is partly full; the words beside it say how much. Drawn, because a strict page has no styles of its own. */
export function MeterBar({ share, limit = 1, tall = false }: MeterBarProps) {
  const height = tall ? 8 : 6;
  const over = share > limit;
  const pattern = useId();
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height={height}
      className="block overflow-hidden rounded-full bg-line"
    >
      <rect
        width={percent(over ? limit : share)}
        height={height}
        rx={over ? 0 : height / 2}
        className="fill-accent"
      />
      {over && (
        <>
          <pattern
            id={pattern}
            width="9"
            height="9"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(30)"
          >
            <rect width="9" height="9" className="fill-question" />
            <rect width="3.5" height="9" className="fill-surface/45" />
          </pattern>
          <rect x={percent(limit)} width={percent(share - limit)} height={height} fill={`url(#${pattern})`} />
          <rect x={percent(limit)} width="3" height={height} className="fill-surface" />
        </>
      )}
    </svg>
  );
}

const percent = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
