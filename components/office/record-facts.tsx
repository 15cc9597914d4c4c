type Props = { facts: Record<string, string | null> };

/** What is kept of something, for those who may look and not change it. */
export function RecordFacts({ facts }: Props) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {Object.entries(facts).map(([label, value]) => (
        <div key={label} className="grid gap-x-4 py-3 text-14 sm:grid-cols-[1fr_2fr]">
          <dt className="text-ink-3">{label}</dt>
          <dd className="whitespace-pre-line wrap-anywhere">
            {value || <span className="text-ink-3">Not given</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
