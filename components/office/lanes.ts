import { compareRows, type InboxCounts, type InboxRow, type Lane } from "@/lib/work-orders/views";

/** One page of a lane, and the addresses of the pages beside it; null where there is none. */
export type LanePage = { rows: InboxRow[]; moreHref: string | null; backHref: string | null };
export type Lanes = Record<Lane, LanePage>;

/** A row as a happening left it; null when its subject is in no lane any more. */
export type Patch = { subject: string; row: InboxRow | null };

export const laneNames = ["needs-you", "in-motion", "done"] as const satisfies readonly Lane[];

/**
 * The lanes with the patches in them: a row leaves the lane where it stood and enters its new one by rank. `mayEnter` says
 * whether rows that were not shown may appear. One whose place is on a page before or after this one is left to that page.
 */
export function patchLanes(lanes: Lanes, patches: Iterable<Patch>, mayEnter: boolean): Lanes {
  const newest = new Map([...patches].map(({ subject, row }) => [subject, row]));
  const shown = new Set(laneNames.flatMap((name) => lanes[name].rows.map(({ id }) => id)));
  const patched = (lane: Lane): LanePage => {
    const page = lanes[lane];
    const stoodHere = new Set(page.rows.map(({ id }) => id));
    const entering = [...newest.values()]
      .filter((row) => row !== null)
      .filter((row) => row.lane === lane && (mayEnter || shown.has(row.id)))
      .filter((row) => stoodHere.has(row.id) || isOnPage(page, row));
    const staying = page.rows.filter(({ id }) => !newest.has(id));
    return { ...page, rows: [...staying, ...entering].sort(compareRows) };
  };
  return { "needs-you": patched("needs-you"), "in-motion": patched("in-motion"), done: patched("done") };
}

function isOnPage({ rows, moreHref, backHref }: LanePage, row: InboxRow): boolean {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (backHref && first && compareRows(row, first) < 0) return false;
  return !(moreHref && last && compareRows(row, last) > 0);
}

/** How many a lane holds in all, as the office counts it. */
export const countOf: Record<Lane, (counts: InboxCounts) => number> = {
  "needs-you": ({ needsYou }) => needsYou,
  "in-motion": ({ inMotion }) => inMotion,
  done: ({ doneToday }) => doneToday,
};
