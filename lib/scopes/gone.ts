import { groupViews, type Look } from "./show";
import type { LineView, SaidView, ScopeLine } from "./views";

type Saying = { look: Look; saidOf: (key: string) => SaidView[] };

/**
 * The lines that are not in a scope any more though something was said of them, as they stood last: what was said stays.
 * `older` are the revisions before, the newest first.
 */
export function goneLines(lines: ScopeLine[], older: ScopeLine[][], { look, saidOf }: Saying): LineView[] {
  const present = new Set(lines.map(({ key }) => key));
  const gone = new Map<string, LineView>();
  for (const line of older.flatMap((each) =>
    groupViews(each, look, saidOf).flatMap((group) => group.lines),
  )) {
    if (line.said.length > 0 && !present.has(line.key) && !gone.has(line.key)) gone.set(line.key, line);
  }
  return [...gone.values()];
}
