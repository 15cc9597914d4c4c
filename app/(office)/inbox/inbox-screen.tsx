import type { ReactNode } from "react";
import { InboxFrame } from "@/components/office/inbox-frame";
import { InboxList } from "@/components/office/inbox-list";
import { type LanePage, laneNames } from "@/components/office/lanes";
import { mayWrite } from "@/lib/auth/gates";
import type { StaffScope } from "@/lib/auth/scope";
import { readCursor } from "@/lib/events/stream";
import { listTrades } from "@/lib/people/contacts";
import { contractorFilter } from "@/lib/work-orders/choices";
import { countInbox, type InboxFilter, readLane } from "@/lib/work-orders/inbox";
import { inboxFilter } from "@/lib/work-orders/inbox-query";
import type { Lane } from "@/lib/work-orders/views";

export type InboxQuery = Record<string, string | string[] | undefined>;

type Props = { scope: StaffScope; query: InboxQuery; open: boolean; children: ReactNode };

/** The inbox's list beside whatever is open. The cursor is read before the lanes: what happens meanwhile is told by the stream. */
export async function InboxScreen({ scope, query, open, children }: Props) {
  const since = await readCursor();
  const { contractor, trade, mine, ...cursors } = inboxFilter.parse(query);
  const filter: InboxFilter = {
    ...(contractor && { contractorId: contractor }),
    ...(trade && { trade }),
    ...(mine && { mine: true }),
  };
  const [counts, contractors, trades, ...pages] = await Promise.all([
    countInbox(scope),
    contractorFilter(scope, contractor),
    listTrades(scope),
    ...laneNames.map((lane) => lanePage(scope, lane, { filter, cursor: cursors[lane], query })),
  ]);
  const [needsYou, inMotion, done] = pages;
  if (!needsYou || !inMotion || !done) throw new Error("A lane was not read.");
  return (
    <InboxFrame
      open={open}
      mayWrite={mayWrite(scope)}
      choices={{
        contractors,
        trades,
        chosen: { contractor, trade, mine },
      }}
      list={
        <InboxList
          lanes={{ "needs-you": needsYou, "in-motion": inMotion, done }}
          counts={counts}
          since={since}
          filtered={Object.keys(filter).length > 0}
        />
      }
    >
      {children}
    </InboxFrame>
  );
}

type Page = { filter: InboxFilter; cursor: string | undefined; query: InboxQuery };

async function lanePage(scope: StaffScope, lane: Lane, { filter, cursor, query }: Page): Promise<LanePage> {
  const page = await readLane(scope, lane, filter, cursor);
  const hrefWith = (at: string | null) => {
    const kept = Object.entries(query).filter(
      (pair): pair is [string, string] => typeof pair[1] === "string" && pair[0] !== lane,
    );
    return `/inbox?${new URLSearchParams([...kept, ...(at ? [[lane, at] as [string, string]] : [])])}`;
  };
  return {
    rows: page.rows,
    moreHref: page.cursor && hrefWith(page.cursor),
    backHref: cursor ? hrefWith(null) : null,
  };
}
