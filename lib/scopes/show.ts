import { recently, shortDay } from "@/lib/dates";
import { amountWords, changeWords, type MoneyLook } from "@/lib/money";
import { type Difference, differences, renamedGroups } from "./differences";
import { groupsOf, numbersOf, totalCents } from "./lines";
import type { Revision } from "./revision";
import type {
  Answered,
  DifferencesView,
  DifferenceView,
  GroupView,
  LineView,
  SaidView,
  ScopeLine,
} from "./views";

/** How a business writes its amounts and days, and when it is that somebody reads. */
export type Look = MoneyLook & { zone: string; now: Date };

type SaidOf = (key: string) => SaidView[];

/** Lines under their headings, as a page shows them. */
export function groupViews(lines: ScopeLine[], look: Look, saidOf: SaidOf): GroupView[] {
  const viewOf = lineViews(lines, look, saidOf);
  return groupsOf(lines).map(({ name, lines: all }) => ({ name, lines: all.map(viewOf) }));
}

function lineViews(lines: ScopeLine[], look: Look, saidOf: SaidOf): (line: ScopeLine) => LineView {
  const numbers = numbersOf(lines);
  return ({ key, words, amountCents }) => ({
    key,
    number: numbers.get(key) ?? "",
    words,
    amount: amountWords(amountCents, look),
    said: saidOf(key),
  });
}

export const totalWords = (lines: ScopeLine[], look: Look) => amountWords(totalCents(lines), look);

/** What became of a revision; null while it waits. */
export function answeredOf(revision: Revision, { zone, locale, now }: Look): Answered | null {
  const { approvedAt, approvedBy, changesRequestedAt, changesRequestedBy } = revision;
  const when = (at: Date) => recently(at, zone, now, locale);
  if (approvedAt) return { as: "approved", by: approvedBy ?? "", when: when(approvedAt) };
  if (!changesRequestedAt) return null;
  return { as: "changes-requested", by: changesRequestedBy ?? "", when: when(changesRequestedAt) };
}

export const sentOn = ({ sentAt }: Revision, { zone, locale }: Look) =>
  sentAt ? shortDay(sentAt, zone, locale) : null;

type Older = { number: number; lines: ScopeLine[] };

/** What is new in some lines since an older revision. */
export function differencesView(
  older: Older,
  newer: ScopeLine[],
  look: Look,
  saidOf: SaidOf = () => [],
): DifferencesView {
  const all = differences(older.lines, newer);
  const renamed = renamedGroups(older.lines, newer);
  const [was, now] = [lineViews(older.lines, look, saidOf), lineViews(newer, look, saidOf)];
  const shown = all.map((each) => ({
    group: each.kind === "removed" ? (renamed.get(each.was.group) ?? each.was.group) : each.line.group,
    view: differenceView(each, { was, now, look }),
  }));
  const oldNames = new Map(Array.from(renamed, ([oldName, newName]) => [newName, oldName]));
  return {
    since: older.number,
    summary: summaryOf(all, renamed.size > 0, isSameOrder(older.lines, newer)),
    total: totalChange(older.lines, newer, look),
    groups: groupsOf(shown).map(({ name, lines }) => ({
      name,
      wasName: oldNames.get(name) ?? null,
      lines: lines.map(({ view }) => view),
    })),
  };
}

type Viewing = { was: (line: ScopeLine) => LineView; now: (line: ScopeLine) => LineView; look: Look };

function differenceView(difference: Difference, { was, now, look }: Viewing): DifferenceView {
  if (difference.kind === "removed") return { kind: "removed", was: was(difference.was) };
  const line = now(difference.line);
  if (difference.kind !== "changed") return { kind: difference.kind, line };
  const { line: newer, was: older, pieces } = difference;
  return {
    kind: "changed",
    line,
    pieces,
    wasAmount: older.amountCents === newer.amountCents ? null : amountWords(older.amountCents, look),
    wasGroup: older.group === newer.group ? null : older.group,
  };
}

function totalChange(older: ScopeLine[], newer: ScopeLine[], look: Look): DifferencesView["total"] {
  const change = totalCents(newer) - totalCents(older);
  if (change === 0) return null;
  return {
    was: totalWords(older, look),
    now: totalWords(newer, look),
    change: changeWords(change, look),
  };
}

function isSameOrder(older: ScopeLine[], newer: ScopeLine[]): boolean {
  const [before, after] = [older, newer].map((lines) => new Set(lines.map(({ key }) => key)));
  const stayed = older.filter(({ key }) => after?.has(key)).map(({ key }) => key);
  const kept = newer.filter(({ key }) => before?.has(key)).map(({ key }) => key);
  return stayed.every((key, place) => key === kept[place]);
}

const told = { changed: "changed", added: "added", removed: "removed" } as const;

function summaryOf(all: Difference[], isRenamed: boolean, sameOrder: boolean): string {
  const parts = (Object.keys(told) as (keyof typeof told)[]).flatMap((kind) => {
    const count = all.filter((each) => each.kind === kind).length;
    return count > 0 ? [{ count, words: told[kind] }] : [];
  });
  const [first, ...more] = parts;
  if (first) {
    const lead = `${first.count} ${first.count === 1 ? "line" : "lines"} ${first.words}`;
    return [lead, ...more.map(({ count, words }) => `${count} ${words}`)].join(", ");
  }
  if (isRenamed) return "Only the name of a heading is another";
  return sameOrder ? "Nothing is different" : "Only the order of the lines is another";
}
