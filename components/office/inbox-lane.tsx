import Link from "next/link";
import type { Lane } from "@/lib/work-orders/views";
import { InboxRow } from "./inbox-row";
import type { LanePage } from "./lanes";
import type { LiveState } from "./live-store";

type Props = { lane: Lane; page: LanePage; count: number; selected: number | null; live: LiveState };

/** One lane of the inbox: its name, how many it holds, and one page of its rows. */
export function InboxLane({ lane, page, count, selected, live }: Props) {
  const { heading, empty } = words[lane];
  return (
    <section aria-labelledby={`lane-${lane}`} className={lane === "needs-you" ? "pt-1.5" : "pt-4.75"}>
      <h2 id={`lane-${lane}`} className="px-5 pb-1.25 text-13 font-600">
        {heading} <span className="ml-1 font-400 text-ink-3">{count}</span>
      </h2>
      {page.backHref && <PageLink href={page.backHref}>Back to the first ones</PageLink>}
      {page.rows.length === 0 && <p className="px-5 pt-1.25 pb-2.5 text-14 text-ink-3">{empty}</p>}
      <ul>
        {page.rows.map((row) => (
          <InboxRow
            key={row.id}
            row={row}
            selected={"order" in row.opens && row.opens.order === selected}
            unread={live.unread.has(row.id)}
            tinted={live.tinted.has(row.id)}
          />
        ))}
      </ul>
      {page.moreHref && <PageLink href={page.moreHref}>Show more</PageLink>}
    </section>
  );
}

const words: Record<Lane, { heading: string; empty: string }> = {
  "needs-you": {
    heading: "Needs you",
    empty:
      "Nothing right now. Questions, declines, signatures, choices, over-ceiling invoices and undelivered links show up here.",
  },
  "in-motion": {
    heading: "In motion",
    empty: "Nothing is under way. Jobs show up here once they are written.",
  },
  done: { heading: "Done today", empty: "Nothing yet today." },
};

function PageLink({ href, children }: { href: string; children: string }) {
  return (
    <p className="px-5 py-2">
      <Link
        href={href}
        className="text-link text-13 pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
      >
        {children}
      </Link>
    </p>
  );
}
