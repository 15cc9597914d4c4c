import Link from "next/link";
import type { ReactNode } from "react";
import { StatusChip } from "@/components/ui/chip";
import type { Lane, InboxRow as Row } from "@/lib/work-orders/views";
import { toneOf } from "./chip-tone";
import { hrefs } from "./hrefs";

type Props = { row: Row; selected: boolean; unread: boolean; tinted: boolean };

/** One order or document in the inbox: three lines when it needs you, two while it moves, one when it is done. */
export function InboxRow({ row, selected, unread, tinted }: Props) {
  const Lines = layouts[row.lane];
  return (
    <li className="relative">
      {unread && !selected && (
        <span className="absolute top-1/2 left-1 size-1.5 -translate-y-1/2 rounded-full bg-accent">
          <span className="sr-only">Changed since you looked.</span>
        </span>
      )}
      <Link
        href={hrefOf(row)}
        prefetch={false}
        aria-current={selected ? "page" : undefined}
        data-row
        data-tinted={tinted || undefined}
        className={`${frame} ${paddings[row.lane]}`}
      >
        <Lines row={row} />
      </Link>
    </li>
  );
}

const hrefOf = ({ opens }: Row) =>
  "order" in opens ? hrefs.order(opens.order) : hrefs.document(opens.client, opens.document);

/** A live row is tinted at once and fades over 600 ms. */
const frame =
  "mx-1.75 block rounded-phone border border-transparent px-3 transition-colors duration-600 hover:bg-ink/4 hover:duration-0 data-tinted:bg-accent-tint data-tinted:duration-0 aria-[current=page]:border-line-2 aria-[current=page]:bg-surface aria-[current=page]:shadow-control dark:aria-[current=page]:bg-ink/6";

const paddings: Record<Lane, string> = {
  "needs-you": "pt-2.5 pb-2",
  "in-motion": "py-1.5",
  done: "py-2 pointer-coarse:py-3",
};

const layouts: Record<Lane, (props: { row: Row }) => ReactNode> = {
  "needs-you": ({ row }) => (
    <>
      <span className="flex h-5 items-baseline justify-between gap-3">
        <Title row={row} />
        <span className="font-mono text-13 text-ink-3">{row.clock}</span>
      </span>
      <Place row={row} />
      <span className="mt-1.5 flex items-center gap-2">
        <span className="flex shrink-0">
          <StatusChip tone={toneOf(row.chip)} text={row.chip.text} />
        </span>
        <span className="truncate text-13 text-ink-2">{row.line}</span>
      </span>
    </>
  ),
  "in-motion": ({ row }) => (
    <>
      <span className="flex items-center justify-between gap-3">
        <Title row={row} />
        <span className="flex shrink-0">
          <StatusChip tone={toneOf(row.chip)} text={row.chip.text} />
        </span>
      </span>
      <Place row={row} />
    </>
  ),
  done: ({ row }) => (
    <span className="flex items-center justify-between gap-3">
      <span className="truncate text-14 text-ink-2">{`${row.title}, ${row.under}`}</span>
      <span className="flex shrink-0">
        <StatusChip tone={toneOf(row.chip)} text={row.chip.text} plain />
      </span>
    </span>
  ),
};

function Title({ row }: { row: Row }) {
  return <span className="min-w-0 truncate text-14 font-550">{row.title}</span>;
}

function Place({ row }: { row: Row }) {
  return <span className="block truncate text-13 text-ink-3">{row.under}</span>;
}
