/** What is typed into a line of an invoice beside its price: read and written without floating point. Pure. */

/** The largest quantity, in thousandths: just under a hundred thousand. */
export const mostMilli = 99_999_999;

/** “4”, “1.5”, “1,200” in thousandths; nothing is one. Undefined for what is no quantity above nothing. */
export function readQuantity(typed: string): number | undefined {
  const text = typed.trim();
  if (text === "") return 1000;
  const milli = thousandths(text);
  return milli !== undefined && milli > 0 && milli <= mostMilli ? milli : undefined;
}

/** “8.25” or “8.25%” in thousandths of a per cent; nothing is none. Undefined for what is no rate up to a hundred. */
export function readRate(typed: string): number | undefined {
  const text = typed.replace(/\s*%\s*$/, "").trim();
  if (text === "") return 0;
  const milli = thousandths(text);
  return milli !== undefined && milli <= 100_000 ? milli : undefined;
}

function thousandths(text: string): number | undefined {
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,6})?(?:\.(\d{1,3}))?$/.exec(text);
  const [, whole = "0", part = ""] = match ?? [];
  if (!match || text === "") return undefined;
  return Number(whole.replaceAll(",", "")) * 1000 + Number(part.padEnd(3, "0"));
}

/** As it stands in a field: “4”, “1.5”, “8.25”. */
export const typedMilli = (milli: number): string => {
  const part = String(milli % 1000)
    .padStart(3, "0")
    .replace(/0+$/, "");
  return `${Math.floor(milli / 1000)}${part && `.${part}`}`;
};

/** “Sales tax, 8.25%” */
export const rateWords = ({ name, milliPercent }: { name: string; milliPercent: number }): string =>
  `${name || "Tax"}, ${typedMilli(milliPercent)}%`;
