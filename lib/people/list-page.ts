import { holding } from "@/db/like";

/** What a list of people or places is narrowed to, and the last row of the page before. */
export type Asked = { q?: string | undefined; after?: string | undefined };

/** One page of a list; `after` leads to the next, and is null at the end. */
export type Listed<Row> = { rows: Row[]; after: string | null };

export const pageSize = 100;

/** The pattern that finds the words of a search wherever they stand. */
export const likeOf = ({ q = "" }: Asked): string => holding(q.trim());

/** A page of what was read, which is one row more than a page where there is another. */
export function listed<Row extends { id: string }>(read: Row[]): Listed<Row> {
  const rows = read.slice(0, pageSize);
  return { rows, after: read.length > pageSize ? (rows.at(-1)?.id ?? null) : null };
}
