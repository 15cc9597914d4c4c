/** Money is integer cents and an ISO 4217 currency; only this file turns it into words and back. */

const formats = new Map<string, Intl.NumberFormat>();

/** `$450.00`, as the locale writes it; the currency's own symbol, without a country prefix. */
export function formatMoney(amountCents: number, currency: string, locale = "en-AU"): string {
  return formatOf(currency, locale).format(amountCents / 100);
}

/** `$`, `€`: what the locale writes beside an amount of that currency, for a field in which the amount alone is typed. */
export const symbolOf = ({ currency, locale }: MoneyLook): string =>
  formatOf(currency, locale)
    .formatToParts(0)
    .find(({ type }) => type === "currency")?.value ?? currency;

function formatOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" });
    formats.set(key, format);
  }
  return format;
}

/** `$950`, `$1.2K`: an amount where there is no room for all of it. Without cents from a thousand on. */
export function briefAmount(cents: number, { currency, locale }: MoneyLook): string {
  return new Intl.NumberFormat(locale, {
    ...{ style: "currency", currency, currencyDisplay: "narrowSymbol" },
    ...{ notation: "compact", minimumFractionDigits: 0 },
    maximumFractionDigits: Math.abs(cents) < 100_000 ? 0 : 1,
  }).format(cents / 100);
}

/** The largest amount that a form takes: ten million, in cents. */
export const mostCents = 1_000_000_000;

/**
 * Reads what a person types for an amount ("418", "$1,418.50") as integer cents, without floating point.
 * Undefined when it is not an amount, is negative, or is above `most`.
 */
export function parseCents(typed: string, most = mostCents): number | undefined {
  const match = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?$/.exec(typed.trim());
  if (!match?.[1]) return undefined;
  const cents = Number(match[1].replaceAll(",", "")) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return cents <= most ? cents : undefined;
}

/** How a business writes its amounts. */
export type MoneyLook = { currency: string; locale: string };

/** “$1,080.00”; a credit with a minus of its own width: “−$120.00”. */
export const amountWords = (cents: number, { currency, locale }: MoneyLook): string =>
  cents < 0 ? `${minus}${formatMoney(-cents, currency, locale)}` : formatMoney(cents, currency, locale);

/** “+$360.00”, “−$120.00”: by how much it is another. */
export const changeWords = (cents: number, look: MoneyLook): string =>
  cents > 0 ? `+${amountWords(cents, look)}` : amountWords(cents, look);

/** “$12.00 over”: how an amount that is so far above its cost ceiling, or below it, stands against that. */
export function ceilingGap(overCents: number, look: MoneyLook): string {
  if (overCents === 0) return "At the ceiling";
  return `${amountWords(Math.abs(overCents), look)} ${overCents > 0 ? "over" : "under"}`;
}

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
