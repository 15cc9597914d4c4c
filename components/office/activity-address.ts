import { hrefs } from "./hrefs";

/** What the activity is narrowed to, as its address says it. */
export type ActivityFilter = {
  client?: string | undefined;
  about?: string | undefined;
  days?: string | undefined;
  who?: string | undefined;
};

/** The activity narrowed so, from its newest page on or from `before`. */
export function activityHref(filter: ActivityFilter, before?: number): string {
  const said = Object.entries({ ...filter, before: before && String(before) }).filter(
    (pair): pair is [string, string] => Boolean(pair[1]),
  );
  return said.length === 0 ? hrefs.activity : `${hrefs.activity}?${new URLSearchParams(said)}`;
}
