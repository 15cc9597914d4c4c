import type { ReactNode } from "react";

type Props = {
  /** Unique on the page: names the section for those who hear it. */
  id: string;
  heading: string;
  /** The one number that it is about. */
  figure: string;
  /** Beside the number, where there is more to tell than the chart does. */
  aside?: ReactNode;
  /** What the chart shows, in one sentence. */
  caption: string;
  columns: string[];
  rows: string[][];
  children: ReactNode;
};

/** A number, the chart of what it is made of, and the same as a table for whoever would rather read. */
export function MoneyFigure({ id, heading, figure, aside, caption, columns, rows, children }: Props) {
  return (
    <section aria-labelledby={`${id}-heading`} className="min-w-0 border-t border-line py-6">
      <h2 id={`${id}-heading`} className="text-14 font-600">
        {heading}
      </h2>
      <div className="mt-1 flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <p className="text-34 font-600 tabular-nums wrap-anywhere">{figure}</p>
        {aside}
      </div>
      <figure className="mt-1">
        <figcaption className="max-w-160 text-14 text-ink-2">{caption}</figcaption>
        <div className="mt-5">{children}</div>
        <details className="mt-3">
          <summary className="inline-flex min-h-8 list-none items-center text-13 text-link pointer-coarse:min-h-11">
            Show as table<span className="sr-only">: {heading}</span>
          </summary>
          <FigureTable label={heading} columns={columns} rows={rows} />
        </details>
      </figure>
    </section>
  );
}

function FigureTable({ label, columns, rows }: { label: string } & Pick<Props, "columns" | "rows">) {
  return (
    <table aria-label={label} className="mt-1 w-full border-collapse text-14">
      <thead>
        <tr>
          {columns.map((column, place) => (
            <th key={column} scope="col" className={`border-b border-line pb-1.5 ${head} ${sideOf(place)}`}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...others]) => (
          <tr key={first} className="border-b border-line">
            <th scope="row" className="py-2 text-left font-400">
              {first}
            </th>
            {others.map((cell, place) => (
              <td key={columns[place + 1]} className="py-2 pl-3 text-right text-ink-2">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const head = "text-12 font-500 text-ink-3";
const sideOf = (place: number) => (place === 0 ? "text-left" : "pl-3 text-right");
