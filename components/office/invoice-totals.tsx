import { inPlace } from "@/components/ui/in-place";
import type { TotalsView } from "@/lib/invoices/views";

/** What the lines of an invoice come to: before tax, each tax, and all together. */
export function InvoiceTotals({ subtotal, taxes, total }: TotalsView) {
  return (
    <dl className="grid gap-1.5 border-t border-ink pt-3 text-14">
      {inPlace([{ name: "Subtotal", amount: subtotal }, ...taxes]).map(
        ({ place, thing: { name, amount } }) => (
          <div key={place} className="flex justify-between gap-6">
            <dt className="min-w-0 text-ink-2 wrap-anywhere">{name}</dt>
            <dd className="tabular-nums">{amount}</dd>
          </div>
        ),
      )}
      <div className="flex justify-between gap-6 text-16 font-600">
        <dt>Total</dt>
        <dd className="tabular-nums">
          <output>{total}</output>
        </dd>
      </div>
    </dl>
  );
}
