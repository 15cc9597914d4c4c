import { amountWords, type MoneyLook, readAmount } from "@/lib/money";
import { lineCents, type Priced, totalOf } from "./total";
import { rateWords, readQuantity, readRate } from "./typed";
import type { TotalsView } from "./views";

/** What a draft comes to as it stands in its form: pure, so that it can be shown while somebody types. */
export type Typed = { totals: TotalsView; amounts: Record<string, string> };

/** Of the fields of a draft's form, by their names; what can't be read yet counts as nothing. */
export function typedTotals(fields: Iterable<[string, unknown]>, look: MoneyLook): Typed {
  const byName = new Map([...fields].map(([name, value]) => [name, String(value)]));
  const ids = [...byName.keys()].flatMap((name) => (name.startsWith("price.") ? [name.slice(6)] : []));
  const lines = ids.map((id) => ({ id, ...pricedIn(id, byName) }));
  return {
    totals: totalsView(lines, look),
    amounts: Object.fromEntries(lines.map((line) => [line.id, amountWords(lineCents(line), look)])),
  };
}

function pricedIn(id: string, fields: Map<string, string>): Priced {
  const typed = (what: string) => fields.get(`${what}.${id}`) ?? "";
  const quantityMilli = readQuantity(typed("quantity"));
  return {
    quantityMilli: quantityMilli ?? 1000,
    unitCents: quantityMilli === undefined ? 0 : (readAmount(typed("price")) ?? 0),
    taxName: typed("taxName").replace(/\s+/g, " ").trim(),
    taxMilliPercent: readRate(typed("taxRate")) ?? 0,
  };
}

export function totalsView(lines: Priced[], look: MoneyLook): TotalsView {
  const { subtotalCents, taxes, totalCents } = totalOf(lines);
  return {
    subtotal: amountWords(subtotalCents, look),
    taxes: taxes.map((tax) => ({ name: rateWords(tax), amount: amountWords(tax.taxCents, look) })),
    total: amountWords(totalCents, look),
  };
}
