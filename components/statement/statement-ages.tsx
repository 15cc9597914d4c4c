import type { StatementAccount } from "@/lib/invoices/views";

/** What of an account is open, by how late it is; nothing where nothing is. */
export function StatementAges({ account: { ages, surplus } }: { account: StatementAccount }) {
  const open = ages.filter(({ isNothing }) => !isNothing);
  if (open.length === 0 && !surplus) return null;
  return (
    <div className="max-w-120 break-inside-avoid">
      <h2 className="text-16 font-600">What is open</h2>
      <dl className="mt-2 divide-y divide-line border-y border-line text-15">
        {ages.map(({ age, words, amount, isLate, isNothing }) => (
          <div key={age} className={`flex justify-between gap-6 py-2 ${isNothing ? "text-ink-3" : ""}`}>
            <dt>{words}</dt>
            <dd className={`tabular-nums ${isLate ? "font-600 text-question" : ""}`}>{amount}</dd>
          </div>
        ))}
        {surplus && (
          <div className="flex justify-between gap-6 py-2">
            <dt>Paid beyond what was asked</dt>
            <dd className="tabular-nums">−{surplus}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
