/** Money is integer cents and an ISO 4217 currency; only this file turns it into words and back. */

const formats = new Map<string, Intl.NumberFormat>();

/** `$450.00`, as the locale writes it; the currency's own symbol, without a country prefix. */
export function formatMoney(amountCents: number, currency: string, locale = "en-AU"): string {
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" });
    formats.set(key, format);
  }
  return format.format(amountCents / 100);
}

/** The largest amount that a form takes: ten million, in cents. */
export const mostCents = 1_000_000_000;

/**
 * Reads what a person types for an amount ("418", "$1,418.50") as integer cents, without floating point.
 * Undefined when it is not an amount, is negative, or is above `mostCents`.
 */
export function parseCents(typed: string): number | undefined {
  const match = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?$/.exec(typed.trim());
  if (!match?.[1]) return undefined;
  const cents = Number(match[1].replaceAll(",", "")) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return cents <= mostCents ? cents : undefined;
}
