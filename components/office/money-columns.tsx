import Link from "next/link";

export type Column = {
  key: string;
  /** Under the column, for the eye alone. */
  label: string;
  /** Over it; empty where there is nothing to tell. */
  value: string;
  size: number;
  /** What it is held against; null where there is nothing. */
  against?: number | null;
  /** The one that is meant among several. */
  isMain: boolean;
  href: string;
  /** The whole of it, for those who hear it. */
  words: string;
};

const base = 150;
const tallest = 120;
const height = 176;

/**
 * Columns, drawn by the server. A column is as wide as its share of the place that there is, and its words are never
 * stretched. Over each lies a link to what is behind it, which is also what is read out.
 */
export function MoneyColumns({ columns, label }: { columns: Column[]; label: string }) {
  const most = Math.max(1, ...columns.flatMap(({ size, against }) => [size, against ?? 0]));
  const tall = (size: number) => (size > 0 ? Math.max(2, (size / most) * tallest) : 0);
  const share = 100 / columns.length;
  return (
    <div className="relative">
      <svg aria-hidden="true" className="block w-full" height={height}>
        {columns.map((column, place) => (
          <ColumnBars
            key={column.key}
            column={column}
            from={place * share}
            share={share}
            tall={tall}
            // Of many columns a phone has room for every other name, the last one among them.
            isNamed={columns.length < 8 || (columns.length - 1 - place) % 2 === 0}
          />
        ))}
        <rect x="0" y={base} width="100%" height="1" className="fill-line-2" />
      </svg>
      <ul aria-label={label} className="absolute inset-0 flex">
        {columns.map(({ key, href, words }) => (
          <li key={key} className="flex flex-1">
            <Link href={href} prefetch={false} className="flex-1 rounded-control hover:bg-ink/4">
              <span className="sr-only">{words}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

type BarsProps = {
  column: Column;
  from: number;
  share: number;
  tall: (size: number) => number;
  isNamed: boolean;
};

function ColumnBars({ column, from, share, tall, isNamed }: BarsProps) {
  const { label, value, size, against, isMain } = column;
  const [bar, other] = [tall(size), tall(against ?? 0)];
  const middle = `${from + share / 2}%`;
  const wide = share * 0.66;
  const narrow = against === undefined ? wide : share * 0.4;
  return (
    <>
      {other > 0 && (
        <>
          <rect
            x={leftOf(from, share, wide)}
            y={base - other}
            width={`${wide}%`}
            height={other}
            className="fill-line"
          />
          <rect
            x={leftOf(from, share, wide)}
            y={base - other}
            width={`${wide}%`}
            height="2"
            className="fill-control"
          />
        </>
      )}
      <rect
        x={leftOf(from, share, narrow)}
        y={base - bar}
        width={`${narrow}%`}
        height={bar}
        rx={bar > 4 ? 2 : 0}
        className={isMain ? "fill-accent" : "fill-control"}
      />
      <text
        x={middle}
        y={base - (isInTheWay(other, bar) ? other : bar) - 7}
        textAnchor="middle"
        className={`text-13 tabular-nums ${isMain ? "fill-ink font-550" : "fill-ink-2"}`}
      >
        {value}
      </text>
      <text
        x={middle}
        y={base + 19}
        textAnchor="middle"
        className={`fill-ink-3 text-12 tabular-nums ${isNamed ? "" : "max-sm:hidden"}`}
      >
        {label}
      </text>
    </>
  );
}

/** Whether the top of what it is held against would cross the value. */
const isInTheWay = (other: number, bar: number) => other > bar && other < bar + 26;

const leftOf = (from: number, share: number, width: number) => `${from + (share - width) / 2}%`;
