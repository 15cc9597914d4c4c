import { hrefs } from "./hrefs";

/** What the list of contractors’ invoices is narrowed to, as its address says it. */
export type BillsFilter = {
  state?: string | undefined;
  contractor?: string | undefined;
  month?: string | undefined;
  q?: string | undefined;
};

/** The list narrowed so, from its newest page on or from the row after `after`. */
export function billsHref(filter: BillsFilter, after?: string | null): string {
  const said = Object.entries({ ...filter, after }).filter((pair): pair is [string, string] =>
    Boolean(pair[1]),
  );
  return said.length === 0 ? hrefs.bills : `${hrefs.bills}?${new URLSearchParams(said)}`;
}
