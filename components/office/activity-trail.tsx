import Link from "next/link";
import { type ActivityFilter, activityHref } from "./activity-address";
import { Pager } from "./table";
import { Trail, type TrailDay } from "./trail";

type Props = {
  days: TrailDay[];
  /** The last happening of this page, where there are older ones. */
  before: number | null;
  filter: ActivityFilter;
  /** Whether this is not the newest page. */
  isLater: boolean;
};

/** The trail itself, a page at a time. */
export function ActivityTrail({ days, before, filter, isLater }: Props) {
  return (
    <section aria-labelledby="trail-heading">
      <h2 id="trail-heading" className="mb-3 text-14 font-600">
        Every event
      </h2>
      {days.length === 0 ? (
        <p className="py-4 text-14 text-ink-3">
          Nothing like that happened in this time.{" "}
          {filter.days !== "all" && (
            <Link href={activityHref({ ...filter, days: "all" })} className="text-link">
              Look at all time
            </Link>
          )}
        </p>
      ) : (
        <Trail days={days} filter={filter} />
      )}
      <Pager
        backHref={isLater ? activityHref(filter) : null}
        moreHref={before === null ? null : activityHref(filter, before)}
        back="Newest"
        more="Older"
      />
    </section>
  );
}
