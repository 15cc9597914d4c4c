import type { DocumentKind } from "@/lib/links/policy";

/** The days on which a document is reminded of, counted from the day that it is due: before it negative, on it 0. */
export type Ladder = readonly number[];

/** What a business that chose nothing has. A kind without a row does not compile. */
export const usualLadders: Record<DocumentKind, Ladder> = {
  contract: [-2, 0, 3, 7],
  scope: [-2, 1, 4],
  selections: [-3, 0, 3],
  appointment: [-1],
  invoice: [-3, 1, 7, 14],
  "service-report": [],
};

/** The kinds that are reminded of at all, in the order in which Settings names them. */
export const remindedKinds = (Object.keys(usualLadders) as DocumentKind[]).filter(
  (kind) => usualLadders[kind].length > 0,
);

/** How far from the day that it is due a reminder may stand, in days, and how many a document may have. */
export const farthestDay = 60;
export const mostRungs = 6;

/** The ladder of a kind: a business's own choice wins over the table, also where it chose none at all. */
export const ladderOf = (kind: DocumentKind, chosen: Record<string, number[]>): Ladder =>
  chosen[kind] ?? usualLadders[kind];
