/** Runs `work` for each of `items`, ten at a time; answers how many a second were done. */
export async function perSecond<Item>(
  items: Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<number> {
  const waiting = items.values();
  const began = performance.now();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: 10 }, worker));
  return items.length / ((performance.now() - began) / 1000);
}

/** What several contenders reached, round by round: they take turns, so that a busy moment of the machine hits them alike. */
export async function takeTurns<Name extends string>(
  rounds: number,
  contenders: Record<Name, (round: number) => Promise<number>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[];
  const reached = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      reached[name].push(await contenders[name](round));
    }
  }
  return reached;
}

/** The ratio of one contender to another: the middle one of all rounds. */
export function ratio(ours: number[], theirs: number[]): number {
  return median(ours.map((reached, round) => reached / (theirs[round] ?? Number.NaN)));
}

export const median = (numbers: number[]) => quantile(numbers, 0.5);

export function quantile(numbers: number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
