import Link from "next/link";
import type { ReactNode } from "react";

type Props = {
  /** What the table holds, for those who hear it. */
  label: string;
  columns: string[];
  /** What will appear here, while there is nothing. */
  empty: string;
  rows: ReactNode[];
};

/** A list of records: a table on a desk, a card each on a phone. */
export function Table({ label, columns, empty, rows }: Props) {
  if (rows.length === 0) return <p className="py-8 text-14 text-ink-3">{empty}</p>;
  return (
    <table aria-label={label} className="w-full border-collapse text-left text-14 max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className="border-b border-line pr-4 pb-2 text-12 font-500 text-ink-3"
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">{rows}</tbody>
    </table>
  );
}

/** One record; its first cell leads to it. */
export function Row({ children }: { children: ReactNode }) {
  return (
    <tr className="relative border-b border-line hover:bg-ink/3 max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:gap-y-1 max-md:py-3">
      {children}
    </tr>
  );
}

/** What leads to the record, over the whole of its row. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      data-row
      className="font-550 before:absolute before:inset-0 wrap-anywhere"
    >
      {children}
    </Link>
  );
}

export function Cell({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  return (
    <td
      className={`p-0 align-middle text-ink-2 md:h-12 md:pr-4 ${wide ? "max-md:w-full max-md:text-ink" : "max-md:text-13"}`}
    >
      {children}
    </td>
  );
}

type PagerProps = {
  backHref: string | null;
  moreHref: string | null;
  /** What the two are called: a list that begins with the newest goes on to older ones. */
  back?: string;
  more?: string;
};

/** The pages beside this one. */
export function Pager({ backHref, moreHref, back = "First page", more = "More" }: PagerProps) {
  if (!backHref && !moreHref) return null;
  return (
    <nav aria-label="Pages" className="flex gap-6 py-5 text-14">
      {backHref && (
        <Link
          href={backHref}
          rel="prev"
          className="text-link pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
        >
          {back}
        </Link>
      )}
      {moreHref && (
        <Link
          href={moreHref}
          rel="next"
          className="text-link pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
        >
          {more}
        </Link>
      )}
    </nav>
  );
}
