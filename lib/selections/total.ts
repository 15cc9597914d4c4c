import { formatMoney } from "@/lib/money";

/** What the choices of a sheet come to: pure, so that a page shows it before anything is saved. Money is integer cents. */

/** What somebody decided about an item: one of its options, by its id, or that they want none. */
export type Picked = string;

/** The pick of whoever wants none of an item. */
export const skip: Picked = "skip";

/** Where an item stands between the two people who choose: nobody has decided, they differ, or it is decided. */
export type Verdict = { state: "open" } | { state: "differ" } | { state: "decided"; pick: Picked };

/** Where only one of the two has decided, theirs counts. */
export function verdictOf(picks: readonly (Picked | null)[]): Verdict {
  const made = new Set(picks.filter((pick) => pick !== null));
  const [pick] = made;
  if (pick === undefined) return { state: "open" };
  return made.size > 1 ? { state: "differ" } : { state: "decided", pick };
}

/** An item as far as money goes. */
export type Priced = {
  allowanceCents: number;
  options: readonly { id: string; priceCents: number }[];
  verdict: Verdict;
};

/** By how much a decided item is over its allowance, negative where it is under; what is skipped changes nothing. */
export function changeOf({ allowanceCents, options, verdict }: Priced): number | null {
  if (verdict.state !== "decided") return null;
  if (verdict.pick === skip) return 0;
  const option = options.find(({ id }) => id === verdict.pick);
  return option ? option.priceCents - allowanceCents : null;
}

export type Total = {
  allowancesCents: number;
  withChoicesCents: number;
  /** With the choices, less the allowances: negative where they are under. */
  overCents: number;
  open: number;
  differ: number;
};

/** The whole sheet. What is open, and what the two differ about, counts as its allowance. */
export function totalOf(items: readonly Priced[]): Total {
  const sum = (cents: number[]) => cents.reduce((total, each) => total + each, 0);
  const allowancesCents = sum(items.map(({ allowanceCents }) => allowanceCents));
  const overCents = sum(items.map((item) => changeOf(item) ?? 0));
  const count = (state: Verdict["state"]) => items.filter(({ verdict }) => verdict.state === state).length;
  return {
    allowancesCents,
    withChoicesCents: allowancesCents + overCents,
    overCents,
    open: count("open"),
    differ: count("differ"),
  };
}

/** `item:pick` of everything that is decided, as a page shows it: what it sends as seen. */
export const seenPicks = (items: readonly { id: string; verdict: Verdict }[]): string =>
  items
    .flatMap(({ id, verdict }) => (verdict.state === "decided" ? [`${id}:${verdict.pick}`] : []))
    .join(",");

/** How money is written for whoever reads it. */
export type MoneyLook = { currency: string; locale: string };

export const moneyWords = (cents: number, { currency, locale }: MoneyLook) =>
  formatMoney(cents, currency, locale);

/** `+$1,260.00`, `−$980.00`, or `Included`. */
export function differenceWords(cents: number, look: MoneyLook): string {
  if (cents === 0) return "Included";
  return `${cents > 0 ? "+" : "−"}${moneyWords(Math.abs(cents), look)}`;
}

/** `Over by` and `$2,300.00`; where it comes out even, words alone. */
export function overWords(cents: number, look: MoneyLook): { words: string; amount: string | null } {
  if (cents === 0) return { words: "Within your allowances", amount: null };
  return { words: cents > 0 ? "Over by" : "Under by", amount: moneyWords(Math.abs(cents), look) };
}
