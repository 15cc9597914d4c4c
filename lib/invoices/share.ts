/**
 * Splits a sum over amounts as they stand to one another, to the cent: what rounding leaves over goes, a cent each, to those
 * that lost most by it. Credits, below nothing, share like the rest. Of amounts that come to nothing, nothing is shared.
 */
export function shareOf(amounts: readonly number[], sumCents: number): number[] {
  const total = amounts.reduce((sum, cents) => sum + BigInt(cents), 0n);
  if (total === 0n) return amounts.map(() => 0);
  const exact = amounts.map((cents, at) => {
    const dividend = BigInt(cents) * BigInt(sumCents);
    const floor = floored(dividend, total);
    const rest = dividend - floor * total;
    return { at, floor, rest: rest < 0n ? -rest : rest };
  });
  const over = BigInt(sumCents) - exact.reduce((sum, { floor }) => sum + floor, 0n);
  const first = exact
    .toSorted((one, other) => (one.rest === other.rest ? one.at - other.at : one.rest > other.rest ? -1 : 1))
    .slice(0, Number(over))
    .map(({ at }) => at);
  return exact.map(({ floor, at }) => Number(floor) + (first.includes(at) ? 1 : 0));
}

/** Divided, down to the next whole number. */
function floored(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const isExact = quotient * divisor === dividend;
  return !isExact && dividend < 0n !== divisor < 0n ? quotient - 1n : quotient;
}
