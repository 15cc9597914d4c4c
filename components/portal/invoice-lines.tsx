import type { InvoiceView } from "@/lib/invoices/views";

type Props = {
  view: InvoiceView;
  /** What the last row is called by: what it comes to, or that it is paid. */
  sum: "Total" | "Paid";
};

/** What an invoice is for, and what that comes to. */
export function InvoiceLines({ view: { lines, subtotal, taxes, total }, sum }: Props) {
  return (
    <section aria-label="What it is for" className="border-t border-line">
      <ul>
        {lines.map(({ id, words, note, amount }) => (
          <li key={id} className="flex justify-between gap-6 border-b border-line py-4 text-17 font-500">
            <span className="min-w-0 wrap-anywhere">
              {words}
              {note && <span className="block text-15 font-400 text-ink-3">{note}</span>}
            </span>
            <span className="shrink-0 tabular-nums">{amount}</span>
          </li>
        ))}
      </ul>
      <dl className="grid gap-2 pt-4 text-16 text-ink-2">
        {sum === "Total" && taxes.length > 0 && <Sum name="Subtotal" amount={subtotal} />}
        {taxes.map((tax) => (
          <Sum key={tax.name} {...tax} />
        ))}
        <Sum name={sum} amount={total} strong />
      </dl>
    </section>
  );
}

/** One sum under the lines. */
export function Sum({ name, amount, strong = false }: { name: string; amount: string; strong?: boolean }) {
  return (
    <div className={`flex justify-between gap-6 ${strong ? "text-20 font-600 text-ink" : ""}`}>
      <dt className="min-w-0 wrap-anywhere">{name}</dt>
      <dd className="shrink-0">{amount}</dd>
    </div>
  );
}
