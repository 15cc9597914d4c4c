"use client";
// A client component because it is live: rows move while somebody looks at them.

import { useParams, useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";
import type { InboxCounts } from "@/lib/work-orders/views";
import { InboxLane } from "./inbox-lane";
import { useKeptScroll } from "./kept-scroll";
import { countOf, type Lanes, laneNames, patchLanes } from "./lanes";
import { isNews, type LiveState, useLive } from "./live-store";

/** The id of what scrolls round the list. */
const paneId = "inbox-pane";

type Props = {
  lanes: Lanes;
  counts: InboxCounts;
  /** How far the stream was before the lanes were read: what is older is in them already. */
  since: string;
  /** Whether the list is narrowed, so that only the server knows what belongs in it. */
  filtered: boolean;
};

/** The inbox's lanes. Without JavaScript they stand as the server wrote them; with it, rows move as things happen. */
export function InboxList({ lanes, counts, since, filtered }: Props) {
  const live = useLive();
  const selected = Number(useParams<{ number?: string }>().number) || null;
  const news = [...live.heard.values()].filter(({ cursor }) => isNews(cursor, since));
  const shown = patchLanes(
    lanes,
    news.map(({ subject, row }) => ({ subject, row })),
    !filtered,
  );
  const counted = live.counts && isNews(live.counts.cursor, since) ? live.counts.counts : counts;
  useKeptScroll(paneId);
  useReadAnew(filtered, live);
  return laneNames.map((lane) => (
    <InboxLane
      key={lane}
      lane={lane}
      page={shown[lane]}
      count={countOf[lane](counted)}
      selected={selected}
      live={live}
    />
  ));
}

/** In a narrowed list only the server knows who enters and who leaves. */
function useReadAnew(filtered: boolean, { heard }: LiveState) {
  const router = useRouter();
  useEffect(() => {
    if (filtered && heard.size > 0) startTransition(() => router.refresh());
  }, [filtered, heard, router]);
}
