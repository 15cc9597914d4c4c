import type { ScopeLine } from "./views";

/** Lines in their groups, numbered, added up and moved about. Pure. */

/** The most lines that a scope has. */
export const mostLines = 300;

type Grouped = { group: string };

/** The lines under their headings, in their own order: a heading that comes again later is another group. */
export function groupsOf<Line extends Grouped>(lines: Line[]): { name: string; lines: Line[] }[] {
  const groups: { name: string; lines: Line[] }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.name === line.group) last.lines.push(line);
    else groups.push({ name: line.group, lines: [line] });
  }
  return groups;
}

/** The number of each line by its key: “2.3” is the third line of the second group. */
export function numbersOf(lines: (Grouped & { key: string })[]): Map<string, string> {
  return new Map(
    groupsOf(lines).flatMap((group, above) =>
      group.lines.map(({ key }, before) => [key, `${above + 1}.${before + 1}`] as const),
    ),
  );
}

/** In integer cents; credits take away. */
export const totalCents = (lines: Pick<ScopeLine, "amountCents">[]): number =>
  lines.reduce((sum, { amountCents }) => sum + amountCents, 0);

/** A line that nothing was written into. */
export const isBlank = ({ words, amountCents }: Pick<ScopeLine, "words" | "amountCents">) =>
  words === "" && amountCents === 0;

/** The lines with one of them a place further up or down; past the edge of its group it goes under the next heading. */
export function moved(lines: ScopeLine[], key: string, way: "up" | "down"): ScopeLine[] {
  const from = lines.findIndex((line) => line.key === key);
  const to = way === "up" ? from - 1 : from + 1;
  const [line, other] = [lines[from], lines[to]];
  if (!line || !other) return lines;
  if (line.group !== other.group) return lines.with(from, { ...line, group: other.group });
  return lines.with(from, other).with(to, line);
}
