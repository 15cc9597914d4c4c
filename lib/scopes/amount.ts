import { formatMoney, parseCents } from "@/lib/money";

/** How a business writes its amounts. */
export type MoneyLook = { currency: string; locale: string };

/** “$1,080.00”; a credit with a minus of its own width: “−$120.00”. */
export const amountWords = (cents: number, { currency, locale }: MoneyLook): string =>
  cents < 0 ? `${minus}${formatMoney(-cents, currency, locale)}` : formatMoney(cents, currency, locale);

/** “+$360.00”, “−$120.00”: by how much it is another. */
export const changeWords = (cents: number, look: MoneyLook): string =>
  cents > 0 ? `+${amountWords(cents, look)}` : amountWords(cents, look);

/** As it stands in a field that one types into: “1080.00”, “−120.00”. */
export const typedAmount = (cents: number): string =>
  `${cents < 0 ? minus : ""}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;

const minus = "−";

/** Reads what a person types for an amount, in cents; with a minus before it a credit. Nothing is 0; undefined for what is no amount. */
export function readAmount(typed: string): number | undefined {
  const text = typed.trim();
  if (text === "") return 0;
  const isCredit = /^[-−–]/.test(text);
  const cents = parseCents(isCredit ? text.slice(1) : text);
  return isCredit && cents ? -cents : cents;
}
