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
  const isGone = ({ key }: ScopeLine) => !present.has(key) && !gone.has(key) && saidOf(key).length > 0;
  for (const each of older) {
    const keys = new Set(each.filter(isGone).map(({ key }) => key));
    const views = keys.size > 0 ? groupViews(each, look, saidOf).flatMap((group) => group.lines) : [];
    for (const view of views) if (keys.has(view.key)) gone.set(view.key, view);
  }
  return [...gone.values()];
}
