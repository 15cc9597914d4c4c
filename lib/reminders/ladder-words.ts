import type { DocumentKind } from "@/lib/links/policy";
import { type Ladder, ladderOf, remindedKinds } from "./ladders";
import type { LadderView } from "./views";

/** “2 days before, on the day, 3 and 7 days after”; “never” for an empty one. */
export function ladderWords(ladder: Ladder): string {
  const [before, after] = [daysBefore(ladder), daysAfter(ladder)];
  const parts = [
    before.length > 0 && `${counted(before)} before`,
    ladder.includes(0) && "on the day",
    after.length > 0 && `${counted(after)} after`,
  ];
  return parts.filter(Boolean).join(", ") || "never";
}

/** The farthest from the day first, as they come. */
const daysBefore = (ladder: Ladder) =>
  ladder
    .filter((days) => days < 0)
    .map((days) => -days)
    .sort((one, other) => other - one);
const daysAfter = (ladder: Ladder) => ladder.filter((days) => days > 0).sort((one, other) => one - other);

function counted(days: number[]): string {
  const list = [days.slice(0, -1).join(", "), days.at(-1)].filter(Boolean).join(" and ");
  return `${list} ${days.length === 1 && days[0] === 1 ? "day" : "days"}`;
}

/** The ladders of a business, as Settings shows them. */
export const ladderViews = (chosen: Record<string, number[]>): LadderView[] =>
  remindedKinds.map((kind: DocumentKind) => {
    const ladder = ladderOf(kind, chosen);
    return {
      kind,
      before: daysBefore(ladder).join(", "),
      onTheDay: ladder.includes(0),
      after: daysAfter(ladder).join(", "),
      words: ladderWords(ladder),
    };
  });
