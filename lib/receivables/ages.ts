/** How late money is: by the day on which it was due and the day at the business, both plain days. Pure. */

export const ages = {
  "not-due": { words: "Not due yet", least: -Infinity, most: 0 },
  "1-30": { words: "1 to 30 days late", least: 1, most: 30 },
  "31-60": { words: "31 to 60 days late", least: 31, most: 60 },
  "61-90": { words: "61 to 90 days late", least: 61, most: 90 },
  "over-90": { words: "Over 90 days late", least: 91, most: Infinity },
} as const;

export type Age = keyof typeof ages;

export const ageNames = Object.keys(ages) as Age[];

/** So many days after its day; what is due today is not late. What has no day is never late. */
export const daysLate = (dueOn: string | null, today: string): number =>
  dueOn ? Math.max(0, daysBetween(dueOn, today)) : 0;

export const ageOf = (late: number): Age =>
  ageNames.find((age) => late >= ages[age].least && late <= ages[age].most) ?? "over-90";

/** From one plain day to another. */
export const daysBetween = (from: string, until: string): number =>
  (Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (24 * 3_600_000);

/** “1 day late”, “94 days late” */
export const lateWords = (late: number): string => (late === 1 ? "1 day late" : `${late} days late`);
