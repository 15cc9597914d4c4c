/**
 * What the lines of an invoice come to. Integer cents throughout, in three steps: each line is its quantity times its
 * price, rounded to the cent; the tax of each rate is that rate of the sum of its lines, rounded to the cent once; the
 * total is all of it together. A half cent is rounded away from nothing, so that a credit is the mirror of its charge.
 */

/** A line as far as money goes: quantity in thousandths, tax in thousandths of a per cent; a credit's price is below nothing. */
export type Priced = { quantityMilli: number; unitCents: number; taxName: string; taxMilliPercent: number };

/** The tax of one rate: what it is taken of, and what it comes to. */
export type Tax = { name: string; milliPercent: number; ofCents: number; taxCents: number };

export type Total = { subtotalCents: number; taxes: Tax[]; taxCents: number; totalCents: number };

/** What one line comes to, without tax. */
export const lineCents = ({
  quantityMilli,
  unitCents,
}: Pick<Priced, "quantityMilli" | "unitCents">): number =>
  rounded(BigInt(quantityMilli) * BigInt(unitCents), 1000n);

/** The whole invoice: the taxes in the order of their first lines; a rate of nothing is none. */
export function totalOf(lines: readonly Priced[]): Total {
  const subtotalCents = sum(lines.map(lineCents));
  const taxed = lines.filter(({ taxMilliPercent }) => taxMilliPercent > 0);
  const rates = [...new Set(taxed.map(rateOf))];
  const taxes = rates.flatMap((rate) => taxOf(taxed.filter((line) => rateOf(line) === rate)));
  const taxCents = sum(taxes.map((tax) => tax.taxCents));
  return { subtotalCents, taxes, taxCents, totalCents: subtotalCents + taxCents };
}

const rateOf = ({ taxName, taxMilliPercent }: Priced) => `${taxMilliPercent} ${taxName}`;

function taxOf(lines: Priced[]): Tax[] {
  const [first] = lines;
  if (!first) return [];
  const { taxName: name, taxMilliPercent: milliPercent } = first;
  const ofCents = sum(lines.map(lineCents));
  return [
    { name, milliPercent, ofCents, taxCents: rounded(BigInt(ofCents) * BigInt(milliPercent), 100_000n) },
  ];
}

const sum = (cents: number[]) => cents.reduce((total, each) => total + each, 0);

/** Divided, to the nearest whole number, and a half away from nothing. */
function rounded(dividend: bigint, divisor: bigint): number {
  const half = dividend < 0n ? -divisor / 2n : divisor / 2n;
  return Number((dividend + half) / divisor);
}
